-- Dossier en PIP tonen de berichten aan DUO van één dossier in elke staat; de wachtrij leest dezelfde index.
create index bericht_uit_dossier on bericht_uit (gemeente_id, dossier_id, volgnummer);
drop index bericht_uit_wachtrij;

-- Geen vraag zoekt hierop: lijsten lezen de klantmanager uit dossier_stand.
drop index dossier_klantmanager;
