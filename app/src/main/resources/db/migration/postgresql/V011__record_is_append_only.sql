-- An entry may only receive its place in the chain, once; nothing else of it changes and it never goes.
create function record_entry_refuses() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.position is null and new.position is not null
        and (old.number, old.at, old.account, old.name, old.role, old.from_address, old.case_id, old.subject, old.verb, old.facts)
            is not distinct from
            (new.number, new.at, new.account, new.name, new.role, new.from_address, new.case_id, new.subject, new.verb, new.facts)
    then
        return new;
    end if;
    raise exception 'the record is append-only';
end $$;

create trigger record_entry_append_only before update or delete on record_entry
    for each row execute function record_entry_refuses();
create trigger record_entry_no_truncate before truncate on record_entry
    for each statement execute function record_entry_refuses();
