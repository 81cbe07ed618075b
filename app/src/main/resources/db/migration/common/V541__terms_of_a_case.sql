-- The promises about paid and refunded certificates ask for the terms of one case.
create index entitlement_case on entitlement (case_id);
