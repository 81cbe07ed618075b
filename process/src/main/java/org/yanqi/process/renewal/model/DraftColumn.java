package org.yanqi.process.renewal.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.yanqi.process.renewal.Draft;

/** Stores a draft as JSON; a field that a later version dropped is passed over. */
@Converter
class DraftColumn implements AttributeConverter<Draft, String> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    public String convertToDatabaseColumn(Draft draft) {
        try {
            return JSON.writeValueAsString(draft);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("draft cannot be written", unwritable);
        }
    }

    @Override
    public Draft convertToEntityAttribute(String column) {
        try {
            return JSON.readValue(column, Draft.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("draft cannot be read", unreadable);
        }
    }
}
