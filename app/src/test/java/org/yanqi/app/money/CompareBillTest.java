package org.yanqi.app.money;

class CompareBillTest extends CompareBillRules {
    private static final BillBooks BOOKS = BillBooks.onPostgres();

    @Override
    BillBooks books() {
        return BOOKS;
    }
}
