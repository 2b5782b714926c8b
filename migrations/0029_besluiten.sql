-- Het register van besluiten: beschikkingen hangen als set aan hun besluit, bezwaar is per besluit te vinden.

update document d
   set set_id = p.id, versie = p.versie
  from pip p
 where p.gemeente_id = d.gemeente_id and p.dossier_id = d.dossier_id and p.document_id = d.id and d.set_id is null;

create index feit_bezwaar on feit (gemeente_id, (inhoud ->> 'besluitId'), id) where soort = 'bezwaar';
create index feit_pw_besluit on feit (gemeente_id, geldig_op desc, id) where soort = 'pw-besluit';
create index pip_besluit on pip (gemeente_id, dagtekening desc, id) where staat in ('vastgesteld', 'ingetrokken');
