import type { BrpDatum, BrpPersoon } from '../../../connections/brp/persoon.ts';
import type { Adres, FeitInhoud, OnvolledigeDatum } from '../../../rules/stand/feiten.ts';
import { type Context, hoogstens, huidig, type Nieuws, verschil } from './verschil.jobs.ts';

const GESLACHT: Record<string, 'man' | 'vrouw'> = { M: 'man', V: 'vrouw' };

function geboorte(d: BrpDatum | undefined): OnvolledigeDatum {
  if (!d) return { soort: 'onbekend' };
  return d.soort === 'jaar-maand' ? { ...d, soort: 'jaarMaand' } : d;
}

function persoonInhoud(p: BrpPersoon): FeitInhoud['persoon'] {
  return {
    voornamen: p.naam.voornamen ?? '',
    voorvoegsel: p.naam.voorvoegsel,
    geslachtsnaam: p.naam.geslachtsnaam ?? (p.naam.voornamen ? '' : (p.naam.volledigeNaam ?? '')),
    geboorte: geboorte(p.geboortedatum),
    geslacht: p.geslacht && (GESLACHT[p.geslacht.code] ?? 'onbekend'),
    ...(p.geheimhouding ? { geheimhouding: true } : {}),
    ...(p.inOnderzoek.length > 0 ? { inOnderzoek: true } : {}),
  };
}

/** 'Kade 12 A' en '1234 AB  DORP'; wat anders is opgebouwd blijft in zijn geheel bij de straat. */
function adresInhoud(regel1: string, regel2: string, azc: boolean): Adres {
  const straat = /^(.*\D)\s+(\d.*)$/.exec(regel1.trim());
  const plaats = /^(\d{4})\s?([A-Z]{2})\s+(.+)$/.exec(regel2.trim());
  return {
    straat: straat?.[1] ?? regel1.trim(),
    huisnummer: straat?.[2] ?? '',
    postcode: plaats ? `${plaats[1]} ${plaats[2]}` : '',
    plaats: plaats?.[3] ?? regel2.trim(),
    ...(azc ? { azc: true } : {}),
  };
}

/**
 * Wie elders staat ingeschreven en toch van deze gemeente is, zonder PIP en zonder verhuizing, is door
 * COA gekoppeld en verblijft in een azc (de personen over wie DUO een gemeente laat vragen).
 */
function isInAzc(c: Context, code: string | undefined): boolean {
  const verhuisd = ['SS120', 'SS121'];
  return (
    code !== undefined &&
    code !== c.gemeentecode &&
    !verhuisd.includes(c.gebeurtenisId) &&
    !c.feiten.some(
      (f) =>
        f.soort === 'pip-vastgesteld' ||
        (f.soort === 'duo-gebeurtenis' && verhuisd.includes(f.inhoud.gebeurtenisId)),
    )
  );
}

function vanInschrijving(c: Context, p: BrpPersoon, azc: boolean, n: Nieuws): void {
  const op = p.datumInschrijvingInGemeente;
  const code = p.gemeenteVanInschrijving?.code;
  if (!code) return;
  if (op?.soort !== 'datum') {
    n.opmerkingen.push('De BRP gaf geen volledige dag van inschrijving in de gemeente.');
    return;
  }
  const oud = huidig(c.feiten, 'inschrijving');
  const verhuisd =
    oud !== undefined && (oud.inhoud.gemeentecode !== code || oud.inhoud.op < op.datum);
  n.feiten.push(
    ...verschil(c, oud, {
      soort: 'inschrijving',
      inhoud: { gemeentecode: code, op: op.datum, ...(azc ? { azc: true } : {}) },
      geldigOp: hoogstens(op.datum, c.vandaag),
      bron: 'brp',
      opvolging: verhuisd,
    }),
  );
}

function vanAdres(c: Context, p: BrpPersoon, azc: boolean, n: Nieuws): void {
  const a = p.adressering;
  if (!a?.adresregel1 || a.indicatieVastgesteldVerblijftNietOpAdres) return;
  const oud = huidig(c.feiten, 'adres');
  const op = p.datumInschrijvingInGemeente;
  const sinds = op?.soort === 'datum' ? hoogstens(op.datum, c.vandaag) : c.vandaag;
  n.feiten.push(
    ...verschil(c, oud, {
      soort: 'adres',
      inhoud: adresInhoud(a.adresregel1, a.adresregel2 ?? '', azc),
      // De BRP-vraag geeft geen begindag van het adres; het begint op zijn vroegst bij de inschrijving.
      geldigOp: oud && oud.geldigOp >= sinds ? c.vandaag : sinds,
      bron: 'brp',
      opvolging: true,
    }),
  );
}

/** Vult `n` met wat de BRP weet en het dossier nog niet. */
export function nieuwsVanBrp(c: Context, p: BrpPersoon, n: Nieuws): void {
  const azc = isInAzc(c, p.gemeenteVanInschrijving?.code);
  const inhoud = persoonInhoud(p);
  if (inhoud.voornamen || inhoud.geslachtsnaam) {
    const oud = huidig(c.feiten, 'persoon', (f) => f.bron === 'brp');
    const rest = { geldigOp: c.dag, bron: 'brp', opvolging: false } as const;
    n.feiten.push(...verschil(c, oud, { soort: 'persoon', inhoud, ...rest }));
  }
  vanInschrijving(c, p, azc, n);
  vanAdres(c, p, azc, n);
  if (!p.overlijden || huidig(c.feiten, 'overlijden')) return;
  const { datum } = p.overlijden;
  const bekend = datum.soort === 'datum';
  if (!bekend) n.opmerkingen.push('De BRP meldt een overlijden zonder volledige dag.');
  const op = hoogstens(bekend ? datum.datum : c.dag, c.vandaag);
  n.feiten.push({
    soort: 'overlijden',
    inhoud: { op },
    geldigOp: op,
    bron: 'brp',
    verwijzing: 'BRP',
  });
}
