-- Meer soorten stukken, en stukken die samen één besluit zijn: dezelfde set, hetzelfde versienummer.
alter table document
  drop constraint document_soort_check,
  add constraint document_soort_check check (soort in (
    'pip-beschikking', 'pip-eenvoudig', 'pip-beeld', 'pip-vertaling', 'afweging', 'plan', 'oproep', 'uitnodiging',
    'pw-besluit', 'bezwaar', 'verslag', 'overig')),
  -- De beschikking waar dit stuk bij hoort; leeg als het op zichzelf staat.
  add column set_id uuid,
  add column versie integer,
  add column taal text not null default 'nl';
create index document_set on document (gemeente_id, set_id) where set_id is not null;
