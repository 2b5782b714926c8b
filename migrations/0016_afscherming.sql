-- Ook de tabellen die na de quarantaine kwamen, tonen een afgeschermd dossier niet.
select meedoen_scherm_af();
