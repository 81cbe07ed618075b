package org.yanqi.sandbox.wire;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** One request and the answer to it. Header names go out in exactly the case given, which some clients insist on. */
public final class Exchange {
    private static final int MAX_BODY = 2_000_000;
    private final Request request;
    private byte[] body = {};
    private final Map<String, String> pathParameters = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private int status = 200;
    private byte[] result = {};
    private boolean answered;

    Exchange(Request request) {
        this.request = request;
    }

    void readBody() throws IOException {
        byte[] read = Request.asInputStream(request).readNBytes(MAX_BODY + 1);
        if (read.length > MAX_BODY) {
            throw new Refusal(413, "TOO_LARGE", "请求体过大");
        }
        body = read;
    }

    /** The method in capitals. */
    public String method() {
        return request.getMethod();
    }

    /** The path as it was sent, still encoded, without the query. */
    public String path() {
        return String.valueOf(request.getHttpURI().getPath());
    }

    /** The query as it was sent; null if there is none. */
    public @Nullable String queryString() {
        return request.getHttpURI().getQuery();
    }

    /** The body as text in UTF-8. */
    public String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** A request header. */
    public @Nullable String header(String name) {
        return request.getHeaders().get(name);
    }

    /** The part of the path that stands where the route has this name in braces. */
    public String pathParam(String name) {
        String value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no {" + name + "}");
        }
        return value;
    }

    void pathParams(Map<String, String> found) {
        pathParameters.clear();
        pathParameters.putAll(found);
    }

    /** A query parameter. */
    public @Nullable String queryParam(String name) {
        return queryParams().get(name);
    }

    /** All query parameters; of several with one name the first. */
    public Map<String, String> queryParams() {
        String query = queryString();
        return decode(query == null ? "" : query);
    }

    /** A field of a posted form. */
    public @Nullable String formParam(String name) {
        return formParams().get(name);
    }

    /** All fields of a posted form; of several with one name the first. */
    public Map<String, String> formParams() {
        String type = header("Content-Type");
        return type != null && type.startsWith("application/x-www-form-urlencoded") ? decode(body()) : Map.of();
    }

    private static Map<String, String> decode(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            for (String pair : text.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    values.putIfAbsent(
                            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "PARAM_ERROR", "参数编码不正确", e);
        }
        return values;
    }

    /** Sets the status. */
    public Exchange status(int code) {
        status = code;
        return this;
    }

    /** Sets an answer's header. */
    public Exchange header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Sets the content type. */
    public Exchange contentType(String type) {
        return header(HttpHeader.CONTENT_TYPE.asString(), type);
    }

    /** Sets the answer's body. */
    public Exchange result(String text) {
        return result(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sets the answer's body. */
    public Exchange result(byte[] content) {
        result = content;
        return this;
    }

    /** Answers with a JSON value. */
    public Exchange json(Object value) {
        return contentType("application/json; charset=utf-8").result(Json.write(value));
    }

    /** Sends a browser elsewhere after a form was posted. */
    public void redirect(String address) {
        status(303).header(HttpHeader.LOCATION.asString(), address);
    }

    /** Lets no later handler run. */
    public void end() {
        answered = true;
    }

    boolean ended() {
        return answered;
    }

    /** Breaks the connection without an answer. */
    public void hangUp() {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        end();
    }

    int status() {
        return status;
    }

    Map<String, String> answerHeaders() {
        return headers;
    }

    byte[] answerBody() {
        return result;
    }
}
