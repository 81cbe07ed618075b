package org.yanqi.app.ca;

import org.springframework.stereotype.Component;

/** Signs with the issuing authority's key. */
@Component
class HierarchySigner implements RealSigner {
    @Override
    public byte[] sign(Tbs tbs) {
        return Signing.sign(tbs.hierarchy().algorithm(), tbs.hierarchy().key(), tbs.der());
    }
}
