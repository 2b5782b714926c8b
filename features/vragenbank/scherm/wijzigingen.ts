import type { Vraag, Vragenlijst } from '../../shared/vraag.schema.ts';

/** Wat er in de lijst verandert, in gewone zinnen. */
export function wijzigingen(voor: Vragenlijst, na: Vragenlijst): string[] {
  const erbij = na.alle.filter((v) => !voor.vind(v.id)).map((v) => `Erbij: ‘${v.vraag}’.`);
  const weg = voor.alle
    .filter((v) => !na.vind(v.id))
    .map((v) => `Wordt niet meer gesteld: ‘${v.vraag}’. Antwoorden van eerder blijven staan.`);
  const anders = na.alle.flatMap((v) => {
    const was = voor.vind(v.id);
    return was ? verschil(was, v) : [];
  });
  const verplaatst = na.alle.flatMap((v) => {
    const was = voor.vind(v.id);
    if (!was || erbij.length + weg.length > 0) return [];
    const plek = (l: Vragenlijst) => voorganger(l, v)?.vraag;
    const nu = plek(na);
    return plek(voor) === nu ? [] : [`‘${v.vraag}’ komt ${nu ? `na ‘${nu}’` : 'vooraan'}.`];
  });
  return [...erbij, ...weg, ...anders, ...verplaatst];
}

function voorganger(lijst: Vragenlijst, vraag: Vraag): Vraag | undefined {
  const zelfde = lijst.alle.filter((v) => v.leefgebied === vraag.leefgebied);
  return zelfde[zelfde.findIndex((v) => v.id === vraag.id) - 1];
}

function verschil(was: Vraag, is: Vraag): string[] {
  const zinnen: string[] = [];
  if (was.vraag !== is.vraag) zinnen.push(`‘${was.vraag}’ wordt ‘${is.vraag}’.`);
  if ((was.hulp ?? '') !== (is.hulp ?? '')) zinnen.push(`Andere uitleg bij ‘${is.vraag}’.`);
  if ((was.verplicht ?? false) !== (is.verplicht ?? false))
    zinnen.push(
      is.verplicht
        ? `Zonder antwoord op ‘${is.vraag}’ is de intake niet af.`
        : `‘${is.vraag}’ mag leeg blijven.`,
    );
  if (JSON.stringify(was.opties) !== JSON.stringify(is.opties))
    zinnen.push(`Andere keuzes bij ‘${is.vraag}’.`);
  return zinnen;
}
