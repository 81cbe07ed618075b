update record_head set position = position + 7;
