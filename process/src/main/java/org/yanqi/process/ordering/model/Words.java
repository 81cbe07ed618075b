package org.yanqi.process.ordering.model;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Stores platform codes in one column, separated by blanks. */
@Converter
class Words implements AttributeConverter<List<String>, String> {
    @Override
    public String convertToDatabaseColumn(List<String> words) {
        return String.join(" ", words);
    }

    @Override
    public List<String> convertToEntityAttribute(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(" "));
    }
}
