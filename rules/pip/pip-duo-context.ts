import type { Doelgroep } from '../doelgroep/doelgroep.ts';
import type { Lezing } from '../stand/lezing.ts';
import type { PipDuoContext } from './pip-duo.ts';

/**
 * Wat DUO bij een PIP al van iemand weet, gelezen uit het dossier: bij het opstellen en bij het versturen hetzelfde.
 * @param pipId het PIP dat wordt gemeld; latere versies tellen niet mee.
 */
export function pipDuoContext(l: Lezing, pipId: string): PipDuoContext {
  const begin = l.g.alle('inburgeringsplicht').findLast((f) => f.inhoud.begin !== undefined)
    ?.inhoud.begin;
  const eigen = l.g.alle('pip-vastgesteld');
  const dit = eigen.find((f) => f.inhoud.pipId === pipId);
  const eerdere = eigen.filter(
    (f) => f.inhoud.pipId !== pipId && (!dit || f.inhoud.versie < dit.inhoud.versie),
  );
  const elders = l.g
    .alle('pip-vorige-gemeente')
    .filter((f) => !dit || f.vastgelegdOp <= dit.vastgelegdOp);
  return {
    ...(begin ? { beginInburgeringsplicht: begin } : {}),
    ...(l.inschrijving ? { inschrijving: l.inschrijving.waarde } : {}),
    eerderePips: [...eerdere, ...elders].map((f) => f.inhoud.dagtekening),
    doelgroep: doelgroepBijDuo(l),
  };
}

/** DUO kijkt naar zijn eigen indeling; de wet rekent ook gezinsleden van een asielstatushouder mee. */
export function doelgroepBijDuo(l: Lezing): Doelgroep {
  const { waarde, gezinslidVanAsielstatushouder } = l.doelgroep;
  if (!gezinslidVanAsielstatushouder) return waarde;
  const indeling = l.g.laatste('doelgroep')?.inhoud.indeling;
  return indeling === 'Asielstatushouder' ? waarde : 'gezins-en-overige-migrant';
}
