package org.yanqi.bench.product;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Objects;
import org.bouncycastle.operator.OperatorCreationException;
import org.yanqi.demo.sample.Company;
import org.yanqi.demo.sample.SampleKey;

/**
 * A company with what its key will need, made before the clock starts.
 *
 * @param fresh the new key pair
 * @param request PKCS#10 for it
 * @param oldSignature over the request, by the key that is replaced
 */
record Prepared(Company company, SampleKey fresh, byte[] request, byte[] oldSignature) {

    static Prepared of(Company company) throws GeneralSecurityException, OperatorCreationException, IOException {
        var fresh = SampleKey.make();
        var request = fresh.request(company.main().subject());
        var old = Objects.requireNonNull(company.keys().get(company.main().id()));
        return new Prepared(company, fresh, request, old.sign(request));
    }
}
