-- Lokaal beleid is een besluit: wie, wanneer, waarom. Een rij verandert niet meer; een nieuwe waarde komt erbij, en wat
-- nog niet inging kan worden ingetrokken of door een andere waarde van dezelfde dag worden vervangen.
alter table beleid add column id uuid not null default gen_random_uuid();
alter table beleid add column toelichting text not null default '';
alter table beleid add column ingetrokken_op timestamptz;
alter table beleid add column ingetrokken_door uuid references medewerker;
alter table beleid drop constraint beleid_pkey;
alter table beleid add primary key (gemeente_id, id);
create unique index beleid_geldend on beleid (gemeente_id, sleutel, geldig_vanaf) where ingetrokken_op is null;
alter table beleid add check (ingetrokken_op is not null or ingetrokken_door is null);

revoke update on beleid from meedoen_app;
grant update (ingetrokken_op, ingetrokken_door) on beleid to meedoen_app;

alter table beleid enable row level security;
create policy eigen_gemeenten on beleid to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
