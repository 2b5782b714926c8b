import type { Grondslag, OntbrekendFeit } from '../shared/antwoord.ts';
import { type Datum, datum, laatste } from '../shared/datum.ts';
import type { Gegeven } from '../shared/gegeven.ts';
import { type GrondslagKeuze, grondslag, INWERKINGTREDING } from '../shared/grondslag.ts';
import type { PipBegin, PipTermijnFeiten } from './pip-termijn-feiten.ts';

/**
 * De versies van art. 5.3 lid 1 van het Besluit. Tot en met 31 december 2022 telde voor iedereen de
 * inschrijving in de BRP; daarna de kennisgeving, met een uitzondering voor wie nog in het azc woonde.
 */
const NIEUWE_TEKST = datum('2023-01-01');

const ONTBREKEND: Record<'kennisgeving' | 'inschrijving' | 'doelgroep', OntbrekendFeit> = {
  kennisgeving: {
    feit: 'kennisgeving',
    tekst: 'De dag waarop DUO de kennisgeving stuurde is niet bekend.',
  },
  inschrijving: {
    feit: 'inschrijving',
    tekst: 'De dag van inschrijving in de BRP van deze gemeente is niet bekend.',
  },
  doelgroep: { feit: 'doelgroep', tekst: 'De doelgroep volgens DUO is niet bekend.' },
};

/**
 * Vanaf welke dag de tien weken tellen.
 *
 * Keuze waar de wet zwijgt ('ontwerp'): bij de overgang van 2022 naar 2023 geldt de tekst die van
 * kracht is op de dag waarop de termijn zou beginnen. Wie in 2024 alsnog een kennisgeving krijgt van
 * een plicht uit 2022, valt dus onder de nieuwe tekst.
 */
export function kiesBegin(f: PipTermijnFeiten): PipBegin {
  if (f.vorigePip || f.verhuisd === 'met-pip') return verhuisdMetPip(f);
  if (!f.kennisgeving) return ZONDER_KENNISGEVING;
  if (f.verhuisd) return verhuisdZonderPip(f, f.kennisgeving);
  const nieuw = volgensNieuweTekst(f, f.kennisgeving);
  const zouBeginnen = nieuw.uitkomst === 'bepaald' ? nieuw.na.waarde : f.kennisgeving.waarde;
  return zouBeginnen < NIEUWE_TEKST ? volgensOudeTekst(f) : nieuw;
}

function onbekend(feiten: (keyof typeof ONTBREKEND)[]): PipBegin {
  const ontbreekt = feiten.map((naam) => ONTBREKEND[naam]);
  return {
    uitkomst: 'onbekend',
    ontbreekt,
    uitleg: () => ({
      titel: 'Laatste dag om het PIP vast te stellen',
      uitkomst: 'nog niet te bepalen',
      grondslag: lid1(undefined),
      zouWijzigenAls: ontbreekt.map((o) => `dit bekend wordt: ${o.tekst}`),
    }),
  };
}

const ZONDER_KENNISGEVING = onbekend(['kennisgeving']);
const ZONDER_INSCHRIJVING = onbekend(['inschrijving']);
const ZONDER_DOELGROEP = onbekend(['doelgroep']);
const ZONDER_BEIDE = onbekend(['doelgroep', 'inschrijving']);

function lid1(op: Datum | undefined, keuze: GrondslagKeuze = {}): Grondslag {
  return grondslag('pip-termijn', 'besluit', 'art. 5.3 lid 1', {
    ...(op ? { op } : {}),
    geldigVanaf: NIEUWE_TEKST,
    zekerheid: 'afgeleid',
    toelichting: 'Dat deze tekst op 1 januari 2023 inging, is afgeleid uit Stb. 2022, 489.',
    ...keuze,
  });
}

/** Of iemand op grond van art. 28 Huisvestingswet 2014 een woning krijgt; leeg als dat niet blijkt. */
function viaArt28(f: PipTermijnFeiten): boolean | undefined {
  if (f.inAzc) return true;
  if (f.doelgroep === 'onbekend') return undefined;
  return f.doelgroep === 'asielstatushouder' && !f.gezinslid;
}

function bepaald(
  na: Gegeven<Datum>,
  naam: 'kennisgeving' | 'inschrijving',
  g: (op: Datum) => Grondslag,
  waarom: string,
): PipBegin & { uitkomst: 'bepaald' } {
  return { uitkomst: 'bepaald', na, naam, grondslag: g, waarom, lid2: true };
}

/** Besluit art. 5.3 lid 1 zoals dat sinds 1 januari 2023 luidt. */
function volgensNieuweTekst(f: PipTermijnFeiten, kennisgeving: Gegeven<Datum>): PipBegin {
  if (f.inschrijving && f.inschrijving.waarde <= kennisgeving.waarde) {
    return telKennisgeving(
      kennisgeving,
      'Op de dag van de kennisgeving al ingeschreven: de kennisgeving telt',
    );
  }
  const art28 = viaArt28(f);
  if (art28 === undefined) {
    return f.inschrijving ? ZONDER_DOELGROEP : ZONDER_BEIDE;
  }
  if (!art28) {
    return telKennisgeving(
      kennisgeving,
      f.gezinslid
        ? 'Een gezinslid met een reguliere vergunning wordt niet door de gemeente gehuisvest: de kennisgeving telt'
        : 'Voor een gezins- of overige migrant telt de kennisgeving',
    );
  }
  return f.inschrijving ? telInschrijving(f, f.inschrijving) : nogNietIngeschreven();
}

function telKennisgeving(kennisgeving: Gegeven<Datum>, waarom: string): PipBegin {
  return bepaald(kennisgeving, 'kennisgeving', lid1, waarom);
}

const woningNaAzc = (op: Datum) =>
  lid1(op, {
    zekerheid: 'ontwerp',
    toelichting:
      'Gekozen: een adres in een azc in de eigen gemeente telt niet als huisvesting; DUO kan anders rekenen.',
  });

function telInschrijving(f: PipTermijnFeiten, inschrijving: Gegeven<Datum>): PipBegin {
  if (f.woningNaAzc) {
    return bepaald(
      inschrijving,
      'inschrijving',
      woningNaAzc,
      'Na het azc hier: de dag van de woning telt',
    );
  }
  return bepaald(
    inschrijving,
    'inschrijving',
    lid1,
    'Op de dag van de kennisgeving nog niet ingeschreven in deze gemeente: de inschrijving telt',
  );
}

function nogNietIngeschreven(): PipBegin {
  return {
    uitkomst: 'nog-niet',
    uitleg: () => ({
      titel: 'Laatste dag om het PIP vast te stellen',
      uitkomst: 'de tien weken zijn nog niet begonnen',
      grondslag: lid1(undefined),
      stappen: [{ titel: 'Nog niet ingeschreven in deze gemeente', uitkomst: 'termijn wacht' }],
      zouWijzigenAls: ['de persoon in deze gemeente wordt ingeschreven: dan begint de termijn'],
    }),
  };
}

const oudeTekst = () =>
  grondslag('pip-termijn', 'besluit', 'art. 5.3 lid 1 (oud)', {
    op: INWERKINGTREDING,
    geldigTot: NIEUWE_TEKST,
    zekerheid: 'ontwerp',
    toelichting: 'Gekozen: de tekst die gold op de dag waarop de termijn begon.',
  });

/** Besluit art. 5.3 lid 1 (oud): voor iedereen tien weken na inschrijving in de BRP. */
function volgensOudeTekst(f: PipTermijnFeiten): PipBegin {
  if (!f.inschrijving) {
    return f.inAzc || f.doelgroep === 'asielstatushouder'
      ? nogNietIngeschreven()
      : ZONDER_INSCHRIJVING;
  }
  const waarom = 'Tot 2023 telde de inschrijving in de BRP';
  // De uitzondering van lid 2 staat pas in de tekst van 2023.
  return { ...bepaald(f.inschrijving, 'inschrijving', oudeTekst, waarom), lid2: false };
}

const metPip = (op: Datum) =>
  grondslag('pip-termijn', 'besluit', 'art. 5.3 lid 3 en Wi2021 art. 15 lid 4', { op });

/** Wi2021 art. 15 lid 4 en Besluit art. 5.3 lid 3: tien weken na inschrijving, zelfde leerroute. */
function verhuisdMetPip(f: PipTermijnFeiten): PipBegin {
  const { inschrijving } = f;
  if (!inschrijving) return ZONDER_INSCHRIJVING;
  const waarom =
    'Verhuisd met een PIP: de nieuwe gemeente heeft tien weken na inschrijving, met dezelfde leerroute';
  return bepaald(inschrijving, 'inschrijving', metPip, waarom);
}

const zonderPip = (op: Datum) =>
  grondslag('pip-termijn', 'besluit', 'art. 5.3 lid 1 en 3', {
    op,
    zekerheid: 'afgeleid',
    toelichting: 'Lid 1 en lid 3 geven dezelfde dag als de inschrijving na de kennisgeving ligt.',
  });

/**
 * Hierheen verhuisd zonder PIP: de nieuwe gemeente heeft haar eigen tien weken. Sinds 2023 vanaf de
 * inschrijving, of vanaf de kennisgeving als die later kwam; daarvoor altijd vanaf de inschrijving.
 */
function verhuisdZonderPip(f: PipTermijnFeiten, kennisgeving: Gegeven<Datum>): PipBegin {
  const { inschrijving } = f;
  if (!inschrijving) return ZONDER_INSCHRIJVING;
  const later = laatste(kennisgeving.waarde, inschrijving.waarde);
  if (later < NIEUWE_TEKST) return volgensOudeTekst(f);
  return later > inschrijving.waarde
    ? bepaald(kennisgeving, 'kennisgeving', zonderPip, 'Kennisgeving na de verhuizing: die telt')
    : bepaald(
        inschrijving,
        'inschrijving',
        zonderPip,
        'Hierheen verhuisd zonder PIP: de inschrijving telt',
      );
}
