-- Een link voor een kleine partner zonder account: hij ziet de voornaam en de afspraken die met hem zijn gedeeld, en
-- antwoordt daarop. Het adres van de link staat hier niet, alleen de hash van zijn sleutel.
create table partnerlink (
  gemeente_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  -- De partner uit het netwerk van de persoon.
  netwerk_id uuid not null,
  -- Eén afspraak uit het plan; leeg: alle open afspraken van deze partner voor deze persoon.
  plan_id uuid,
  token_hash bytea not null check (length(token_hash) = 32),
  -- Hash over sleutel en code samen: wie alleen de database heeft, kan de code niet raden.
  code_hash bytea not null check (length(code_hash) = 32),
  pogingen smallint not null default 0,
  geblokkeerd_op timestamptz,
  gemaakt_op timestamptz not null,
  gemaakt_door uuid not null references medewerker,
  -- Eerste dag waarop de link niet meer werkt.
  verloopt_op date not null,
  ingetrokken_op timestamptz,
  ingetrokken_door uuid references medewerker,
  sessie_hash bytea,
  sessie_tot timestamptz,
  laatst_gebruikt timestamptz,
  primary key (gemeente_id, id),
  foreign key (gemeente_id, dossier_id) references dossier (gemeente_id, id) on delete cascade,
  check ((sessie_hash is null) = (sessie_tot is null))
);
create unique index partnerlink_token on partnerlink (token_hash);
create unique index partnerlink_sessie on partnerlink (sessie_hash) where sessie_hash is not null;
create index partnerlink_dossier on partnerlink (gemeente_id, dossier_id);

alter table partnerlink enable row level security;
create policy eigen_gemeenten on partnerlink to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
grant select, insert, update on partnerlink to meedoen_app;

-- Wie de link opent is niet aangemeld: alleen de gemeente van een sleutel is zo te vinden, verder niets. Daarna geldt de
-- rijbeveiliging van die ene gemeente.
create function meedoen_partnerlink_gemeente(hash bytea) returns uuid
  language sql stable security definer set search_path = pg_catalog, public as $$
  select gemeente_id from partnerlink where token_hash = hash or sessie_hash = hash
$$;
revoke all on function meedoen_partnerlink_gemeente from public;
grant execute on function meedoen_partnerlink_gemeente to meedoen_app;

-- Bij een samenvoeging gaat de link mee met het dossier.
create function partnerlink_verhuist() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update partnerlink set dossier_id = new.samengevoegd_met
    where gemeente_id = new.gemeente_id and dossier_id = new.id;
  return null;
end $$;
create trigger partnerlink_verhuist after update of samengevoegd_met on dossier
  for each row when (new.samengevoegd_met is not null and old.samengevoegd_met is null)
  execute function partnerlink_verhuist();

select meedoen_scherm_af();
