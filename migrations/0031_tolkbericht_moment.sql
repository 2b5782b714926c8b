-- Over welk moment een bericht aan een tolk gaat: staat de boeking daar niet meer, dan klopt het bericht niet meer.
-- En of de tolk niet leest waar het is: dan vertelt de gemeente dat zelf.
alter table tolkbericht
  add column van_op timestamptz,
  add column zonder_plek boolean not null default false;
update tolkbericht b
   set van_op = i.van_op, zonder_plek = b.tekst like '%Waar: dat hoort u van de gemeente.%'
  from tolkinzet i
 where i.gemeente_id = b.gemeente_id and i.id = b.inzet_id;
alter table tolkbericht alter column van_op set not null;
