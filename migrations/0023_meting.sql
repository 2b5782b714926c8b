-- Hoe het met iemand gaat, in haar eigen cijfers. Bijzondere gegevens: eigen tabel, eigen recht.
create table meting (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  moment text not null check (moment in ('begin', 'voortgang', 'eind')),
  -- Taal waarin de vragen zijn gesteld.
  taal text not null,
  -- Wie erbij hielp; leeg als zij het alleen deed.
  hulp text check (hulp in ('tolk', 'klantmanager', 'naaste')),
  gemeten_op date not null,
  -- Per vraag een cijfer van 0 tot en met 10; wat is overgeslagen staat er niet in.
  antwoorden jsonb not null,
  vastgelegd_op timestamptz not null,
  medewerker_id uuid references medewerker,
  vervangt uuid,
  -- Na een samenvoeging: het dossier waarin dit is vastgelegd.
  afkomstig_uit uuid,
  primary key (gemeente_id, dossier_id, id),
  foreign key (gemeente_id, dossier_id) references dossier (gemeente_id, id)
);
create unique index meting_vervangt on meting (gemeente_id, dossier_id, vervangt) where vervangt is not null;
alter table meting enable row level security;
create policy bijzonder_recht on meting to meedoen_app
  using (gemeente_id = any ((select meedoen_bijzonder())::uuid[]));
grant select, insert on meting to meedoen_app;

-- Hoe iemand ervoor stond op de dagtekening van een PIP. Wordt één keer geschreven; niemand kan het wijzigen.
create table beginsituatie (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  pip_id uuid not null,
  dagtekening date not null,
  inhoud jsonb not null,
  vastgelegd_op timestamptz not null,
  afkomstig_uit uuid,
  primary key (gemeente_id, dossier_id, pip_id),
  foreign key (gemeente_id, dossier_id) references dossier (gemeente_id, id)
);
alter table beginsituatie enable row level security;
create policy eigen_gemeenten on beginsituatie to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
grant select, insert on beginsituatie to meedoen_app;

-- Bij een samenvoeging gaan zij mee naar het dossier dat blijft.
create function meting_verhuist() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update meting set dossier_id = new.samengevoegd_met, afkomstig_uit = coalesce(afkomstig_uit, new.id)
    where gemeente_id = new.gemeente_id and dossier_id = new.id;
  update beginsituatie set dossier_id = new.samengevoegd_met, afkomstig_uit = coalesce(afkomstig_uit, new.id)
    where gemeente_id = new.gemeente_id and dossier_id = new.id;
  return null;
end $$;
create trigger meting_verhuist after update of samengevoegd_met on dossier
  for each row when (new.samengevoegd_met is not null and old.samengevoegd_met is null)
  execute function meting_verhuist();

-- Wie naar dit dossier wijst als gezinslid, en wie op kinderopvang wacht.
create index feit_gezin on feit (gemeente_id, (inhoud->>'anderDossierId')) where soort = 'gezin';
create index feit_kinderopvang on feit (gemeente_id, dossier_id) where soort = 'kinderopvang';

select meedoen_scherm_af();
