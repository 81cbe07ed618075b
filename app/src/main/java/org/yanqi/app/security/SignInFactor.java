package org.yanqi.app.security;

/** By what somebody proves who they are. */
enum SignInFactor {
    PASSWORD,
    KEY
}
