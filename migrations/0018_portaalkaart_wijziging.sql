-- Wie een kaart voor het portaal van DUO het laatst wijzigde, en wanneer: zo
-- zegt een botsing tussen twee mensen de waarheid en niet 'een collega, nu'.
-- Leeg zolang alleen Meedoen haar klaarlegde.

alter table portaalkaart
  add column gewijzigd_op timestamptz,
  add column gewijzigd_door uuid references medewerker;

update portaalkaart
   set gewijzigd_op = coalesce(afgerond_op, gemaakt_op),
       gewijzigd_door = coalesce(afgerond_door, gemaakt_door);

alter table portaalkaart alter column gewijzigd_op set not null;
