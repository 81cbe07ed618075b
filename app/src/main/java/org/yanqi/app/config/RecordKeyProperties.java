package org.yanqi.app.config;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The key that signs the record's head.
 *
 * @param keyFile PEM file; made at first start if it is missing. All nodes on one database share it.
 * @param keyPassword under which the private key lies in the file
 */
@ConfigurationProperties("yanqi.record")
record RecordKeyProperties(Path keyFile, String keyPassword) {}
