package org.yanqi.app.money;

class CompareBillOnEmbeddedDatabaseTest extends CompareBillRules {
    private static final BillBooks BOOKS = BillBooks.onH2();

    @Override
    BillBooks books() {
        return BOOKS;
    }
}
