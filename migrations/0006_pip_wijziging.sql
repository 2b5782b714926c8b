-- Wie wat wanneer aan een concept-PIP wijzigde: voor de melding bij een botsing en voor vier ogen.

create table pip_wijziging (
  gemeente_id uuid not null,
  dossier_id uuid not null,
  pip_id uuid not null,
  -- De revisie van het PIP die door deze wijziging ontstond.
  revisie integer not null,
  medewerker_id uuid not null references medewerker,
  velden text[] not null,
  gewijzigd_op timestamptz not null,
  primary key (gemeente_id, dossier_id, pip_id, revisie),
  -- Bij een samenvoeging verhuist het PIP naar een ander dossier.
  foreign key (gemeente_id, dossier_id, pip_id) references pip (gemeente_id, dossier_id, id) on update cascade
);

grant select, insert on pip_wijziging to meedoen_app;
alter table pip_wijziging enable row level security;
create policy eigen_gemeenten on pip_wijziging to meedoen_app
  using (gemeente_id = any ((select meedoen_gemeenten())::uuid[]));
