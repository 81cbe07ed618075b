package org.yanqi.forms.component;

/** A form registered under the key by which a user task of the models names it. */
public interface TaskForm {
    /** As in {@code portal/bind-platforms}. */
    String formKey();
}
