import type { FastifyRequest } from 'fastify';
import { pipRisicos } from '../../rules/pip-regels/pip-risico.ts';
import type { Reden } from '../../rules/shared/antwoord.ts';
import type { Datum } from '../../rules/shared/datum.ts';
import { klokOp } from '../../rules/shared/klok.ts';
import { opsomming } from '../../rules/shared/tekst.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import { kiesGeldend } from '../../rules/stand/geldend.ts';
import { lees } from '../../rules/stand/lezing.ts';
import { type Gebruiker, mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesBeleid } from '../../server/dossier/beleid.ts';
import { leesGemeente } from '../../server/dossier/brief.ts';
import { leesFeiten, vergrendel } from '../../server/dossier/feiten.ts';
import { type GevondenDossier, vindDossier } from '../../server/dossier/vind.ts';
import { botsing, geweigerd, nietGevonden } from '../../server/http/probleem.ts';
import type { Toepassing } from '../../server/toepassing.ts';
import { antwoordzinnen } from '../intake/antwoord.read.ts';
import { briefRedenen } from '../shared/brief.schema.ts';
import { type Controle, controleer, type Zaak } from './pip.controle.ts';
import { VELDNAMEN } from './pip.schema.ts';
import { kanNietVanuit, overgang, type PipHandeling } from './pip.status.ts';
import { leesPips, leesWijzigingen, type PipRij } from './pip.store.ts';

export type PipDossier = {
  dossier: GevondenDossier;
  feiten: Feit[];
  gemeente: Awaited<ReturnType<typeof leesGemeente>>;
  lezing: Zaak['lezing'];
  beleid: Zaak['beleid'];
  pips: PipRij[];
};

export type PipZaak = PipDossier &
  Zaak & {
    pip: PipRij;
    /** Ids van wie aan dit concept schreef. */
    schrijvers: ReadonlySet<string>;
    /** Het lokaal beleid vraagt vier ogen, altijd of bij meer risico. */
    heeftVierOgen: boolean;
  };

/**
 * Leest alles wat nodig is om over de PIP's van een dossier te oordelen.
 * @param vast houdt het dossier vast tot het einde van de transactie; nodig om te schrijven.
 */
export async function leesPipDossier(
  tx: Tx,
  dossierId: string,
  vandaag: Datum,
  vast = false,
): Promise<PipDossier> {
  const dossier = await vindDossier(tx, dossierId);
  if (vast) await vergrendel(tx, dossier);
  const feiten = await leesFeiten(tx, dossier);
  const gemeente = await leesGemeente(tx, dossier.gemeenteId);
  const beleid = await leesBeleid(tx, dossier.gemeenteId, vandaag);
  const klok = klokOp(vandaag);
  const lezing = lees(kiesGeldend(feiten, klok), klok, { ...beleid, gemeentecode: gemeente.code });
  return { dossier, feiten, gemeente, lezing, beleid, pips: await leesPips(tx, dossier) };
}

/** Eén PIP met zijn dossier; 404 als het niet bij dit dossier hoort. */
export async function leesZaak(
  tx: Tx,
  ids: { dossierId: string; pipId: string },
  vandaag: Datum,
  vast = false,
): Promise<PipZaak> {
  const dossier = await leesPipDossier(tx, ids.dossierId, vandaag, vast);
  const pip = dossier.pips.find((p) => p.pipId === ids.pipId);
  if (!pip) throw nietGevonden('Dit PIP');
  const wijzigingen = await leesWijzigingen(tx, dossier.dossier, pip.pipId);
  const schrijvers = new Set(wijzigingen.map((w) => w.medewerkerId));
  if (pip.opgesteldDoor) schrijvers.add(pip.opgesteldDoor.medewerkerId);
  const { vierOgenPip, vierOgenBijRisico } = dossier.lezing.beleid;
  const heeftVierOgen = vierOgenPip || vierOgenBijRisico;
  const antwoorden = antwoordzinnen(dossier.lezing.g);
  return { ...dossier, vandaag, pip, schrijvers, heeftVierOgen, antwoorden };
}

/** Het PIP dat nu geldt. */
export function geldendeId({ lezing }: Pick<PipDossier, 'lezing'>): string | undefined {
  return lezing.pip?.inhoud.pipId;
}

const RECHT: Reden = {
  code: 'geen-recht',
  tekst: 'Uw rol of de taak van uw organisatie laat dit niet toe.',
};
const MANDAAT: Reden = {
  code: 'geen-mandaat',
  tekst: 'U hebt geen mandaat om een PIP vast te stellen.',
};

/** Waarom deze gebruiker deze handeling nu niet kan doen; leeg als het kan. */
export function redenenTegen(
  zaak: PipZaak,
  handeling: PipHandeling,
  gebruiker: Gebruiker,
  controle: Controle,
): Reden[] {
  const stap = overgang(zaak.pip.staat, handeling);
  if (!stap)
    return [
      { code: `niet-vanuit-${zaak.pip.staat}`, tekst: kanNietVanuit(zaak.pip.staat, handeling) },
    ];
  if (!mag(gebruiker, stap.recht, zaak.dossier.gemeenteId)) {
    return [stap.recht === 'pip.vaststellen' ? MANDAAT : RECHT];
  }
  switch (stap.voorwaarde) {
    case 'inhoud-volledig':
      return [...controle.wet, ...controle.duo, ...controle.overig];
    case 'besluit-mogelijk':
      return [
        ...controle.wet,
        ...controle.duo,
        ...controle.overig,
        ...briefRedenen({
          gemeente: zaak.gemeente,
          persoon: persoonVan(zaak),
        }),
        ...vierOgen(zaak, gebruiker, controle),
      ];
    case 'geldend':
      return geldendeId(zaak) === zaak.pip.pipId
        ? []
        : [
            {
              code: 'niet-geldend',
              tekst: 'Alleen het PIP dat nu geldt kan worden ingetrokken.',
            },
          ];
    default:
      return [];
  }
}

/** De geldende persoonsgegevens; de BRP gaat voor wat met de hand is ingevoerd. */
export function persoonVan({ lezing }: Pick<PipDossier, 'lezing'>) {
  const personen = lezing.g.alle('persoon');
  return (personen.findLast((f) => f.bron === 'brp') ?? personen.at(-1))?.inhoud;
}

/**
 * Waarom een ander dan de schrijvers dit PIP vaststelt, als zinsdelen; leeg als dat niet hoeft. Het lokaal beleid vraagt
 * het altijd, of alleen als er meer risico is.
 */
export function waaromVierOgen(
  { lezing, pip }: Pick<PipZaak, 'lezing' | 'pip'>,
  controle: Controle,
): string[] {
  const { vierOgenPip, vierOgenBijRisico } = lezing.beleid;
  if (vierOgenPip) return ['deze gemeente wil het altijd'];
  if (!vierOgenBijRisico) return [];
  return pipRisicos({
    leerroute: pip.inhoud.leerroute,
    afwijking: pip.inhoud.afwijking,
    dagtekening: controle.dagtekening,
    laatsteDag: controle.pipTermijn?.laatsteDag,
    zonderPersoon: lezing.intake.afgerond?.inhoud.zonderPersoon ?? false,
  }).map((r) => r.tekst);
}

function vierOgen(zaak: PipZaak, gebruiker: Gebruiker, controle: Controle): Reden[] {
  const waarom = waaromVierOgen(zaak, controle);
  if (waarom.length === 0) return [];
  if (zaak.pip.staat !== 'ter-vaststelling') {
    return [
      {
        code: 'vier-ogen-voorleggen',
        tekst: `Hier kijkt een tweede mens mee (${opsomming(waarom)}): leg het PIP eerst ter vaststelling voor.`,
      },
    ];
  }
  if (!zaak.schrijvers.has(gebruiker.id)) return [];
  return [
    {
      code: 'vier-ogen',
      tekst: `U schreef mee aan dit PIP. Een ander stelt het vast, want ${opsomming(waarom)}.`,
    },
  ];
}

/**
 * Leest het PIP en houdt het dossier vast; weigert met alle redenen als de handeling nu niet kan.
 * @throws Probleem 404, of 409 met redenen.
 */
export async function neemZaak(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  ids: { dossierId: string; pipId: string },
  handeling: PipHandeling,
  dagtekening = t.klok.vandaag(),
): Promise<{ zaak: PipZaak; controle: Controle }> {
  const zaak = await leesZaak(tx, ids, t.klok.vandaag(), true);
  const controle = controleer(zaak, dagtekening);
  const redenen = redenenTegen(zaak, handeling, req.gebruiker, controle);
  if (redenen.length > 0) throw geweigerd(`Dit PIP kan nu niet: ${handeling}.`, redenen);
  return { zaak, controle };
}

/**
 * Eist dat de gebruiker de laatste inhoud voor zich had; het dossier is dan al vastgehouden.
 * @throws Probleem 409 met wie er sinds deze revisie iets wijzigde, wanneer en wat.
 */
export async function eisRevisie(
  tx: Tx,
  { dossier, pip }: PipZaak,
  revisie: number,
): Promise<void> {
  if (revisie === pip.revisie) return;
  const later = (await leesWijzigingen(tx, dossier, pip.pipId)).filter((w) => w.revisie > revisie);
  const velden = new Set(later.flatMap((w) => w.velden));
  const namen = [...velden].map((v) => VELDNAMEN[v as keyof typeof VELDNAMEN] ?? v);
  throw botsing({
    wie: later.at(-1)?.naam ?? 'een ander',
    wanneer: later.at(-1)?.op ?? pip.gewijzigdOp,
    wat: namen.join(', ') || 'het PIP',
  });
}

/** Logboekregel voor dit PIP. */
export async function spoor(
  req: FastifyRequest,
  tx: Tx,
  { gemeenteId, dossierId }: GevondenDossier,
  handeling: 'lezen' | 'wijzigen',
  pipId?: string,
): Promise<void> {
  await req.spoor(tx, {
    handeling,
    objectSoort: 'pip',
    gemeenteId,
    dossierId,
    ...(pipId ? { objectId: pipId } : {}),
  });
}
