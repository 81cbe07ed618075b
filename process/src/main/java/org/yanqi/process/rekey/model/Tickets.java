package org.yanqi.process.rekey.model;

import org.springframework.data.jpa.repository.JpaRepository;

/** All tickets opened. */
public interface Tickets extends JpaRepository<Ticket, String> {}
