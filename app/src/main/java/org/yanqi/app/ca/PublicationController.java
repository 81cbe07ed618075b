package org.yanqi.app.ca;

import java.io.IOException;
import java.util.function.Function;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves revocation lists and the authority's certificates to everybody, at the addresses written into certificates. */
@RestController
class PublicationController {
    private static final MediaType CRL = MediaType.parseMediaType("application/pkix-crl");
    private static final MediaType CERTIFICATE = MediaType.parseMediaType("application/pkix-cert");

    private final Hierarchies hierarchies;
    private final PublishCrl crls;
    private final Shards shards;
    private final PublishRootList rootLists;

    PublicationController(Hierarchies hierarchies, PublishCrl crls, Shards shards, PublishRootList rootLists) {
        this.hierarchies = hierarchies;
        this.crls = crls;
        this.shards = shards;
        this.rootLists = rootLists;
    }

    @GetMapping("/ca/{slug:rsa|sm2}.crl")
    ResponseEntity<byte[]> crl(@PathVariable String slug) {
        return hierarchies
                .bySlug(slug)
                .map(hierarchy -> answer(CRL, crls.current(hierarchy, shards.first(hierarchy))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/ca/{slug:rsa|sm2}-{shard:[1-9][0-9]{0,8}}.crl")
    ResponseEntity<byte[]> crl(@PathVariable String slug, @PathVariable int shard) {
        return hierarchies
                .bySlug(slug)
                .flatMap(hierarchy ->
                        shards.one(hierarchy, shard).map(found -> answer(CRL, crls.current(hierarchy, found))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/ca/{slug:rsa|sm2}-root.crl")
    ResponseEntity<byte[]> rootList(@PathVariable String slug) {
        return hierarchies
                .bySlug(slug)
                .flatMap(rootLists::current)
                .map(list -> answer(CRL, list))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/ca/{slug:rsa|sm2}-root.crt")
    ResponseEntity<byte[]> root(@PathVariable String slug) throws IOException {
        return certificate(slug, Hierarchy::root);
    }

    @GetMapping("/ca/{slug:rsa|sm2}-issuing.crt")
    ResponseEntity<byte[]> issuing(@PathVariable String slug) throws IOException {
        return certificate(slug, Hierarchy::issuing);
    }

    private ResponseEntity<byte[]> certificate(String slug, Function<Hierarchy, X509CertificateHolder> which)
            throws IOException {
        X509CertificateHolder certificate = hierarchies.bySlug(slug).map(which).orElse(null);
        return certificate == null ? ResponseEntity.notFound().build() : answer(CERTIFICATE, certificate.getEncoded());
    }

    private static ResponseEntity<byte[]> answer(MediaType type, byte[] body) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .body(body);
    }
}
