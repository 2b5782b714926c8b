import { type Datum, plusDagen } from '../../rules/shared/datum.ts';
import type { Feit, FeitInhoud, FeitSoort } from '../../rules/stand/feiten.ts';
import type { OefenDossier } from './bouw.ts';
import { GEMEENTEN, type OefenGemeente } from './regio.ts';
import { oefenBsn, oefenVNummer } from './toeval.ts';

/** Een persoon zoals de bediening van een nagebootste registratie hem krijgt. */
export type Opdracht = Record<string, unknown>;

type ExtraPersoon = {
  bsn: string;
  vNummer: string;
  voornamen: string;
  geslachtsnaam: string;
  geslacht: 'man' | 'vrouw';
  gemeente: OefenGemeente;
  groep: 'asiel' | 'gezin';
  /** Nog in het azc: DUO kent de koppeling, de BRP van deze gemeente nog niets. */
  inAzc: boolean;
  proef: string;
};

function extra(
  nr: number,
  naam: string,
  geslacht: 'man' | 'vrouw',
  gemeente: number,
  groep: 'asiel' | 'gezin',
  proef: string,
): ExtraPersoon {
  const [voornamen = '', ...rest] = naam.split(' ');
  return {
    bsn: oefenBsn(5000 + nr),
    vNummer: oefenVNummer(5000 + nr),
    voornamen,
    geslachtsnaam: rest.join(' '),
    geslacht,
    gemeente: GEMEENTEN[gemeente] as OefenGemeente,
    groep,
    inAzc: proef.includes('azc'),
    proef,
  };
}

/** Mensen die alleen DUO en de BRP kennen: een melding over hen opent een dossier. */
export const EXTRA: readonly ExtraPersoon[] = [
  extra(1, 'Luwam Fessehaye', 'vrouw', 0, 'asiel', 'SS139: de tien weken lopen'),
  extra(2, 'Nabil Sarkis', 'man', 0, 'asiel', 'SS101, daarna SS131 en SS102'),
  extra(3, 'Gülay Erdem', 'vrouw', 0, 'gezin', 'SS101: gezinsmigrant'),
  extra(
    4,
    'Sohrab Talebi',
    'man',
    1,
    'asiel',
    'SS101 met alleen V-nummer (azc), later SS139 met BSN',
  ),
  extra(5, 'Hodan Nuur', 'vrouw', 1, 'asiel', 'SS139'),
  extra(6, 'Murilo Barbosa', 'man', 1, 'gezin', 'SS101'),
  extra(7, 'Shilan Ameen', 'vrouw', 2, 'asiel', 'SS120: hierheen verhuisd zonder PIP'),
  extra(8, 'Ghirmay Okbay', 'man', 2, 'asiel', 'SS101 met alleen V-nummer (azc)'),
  extra(9, 'Paola Quintero', 'vrouw', 3, 'gezin', 'SS101'),
  extra(10, 'Yahya Al-Amiri', 'man', 3, 'asiel', 'SS139'),
];

function laatste<S extends FeitSoort>(d: OefenDossier, soort: S): FeitInhoud[S] | undefined {
  const feit = d.feiten.findLast((f) => f.soort === soort) as Feit<S> | undefined;
  return feit?.inhoud as FeitInhoud[S] | undefined;
}

/** Een dossier zoals DUO de persoon kent; leeg als DUO nog niets weet. */
function bijDuo(d: OefenDossier): Opdracht[] {
  const plicht = laatste(d, 'inburgeringsplicht');
  const kennisgeving = d.feiten.flatMap((f) =>
    f.soort === 'inburgeringsplicht' && f.inhoud.kennisgeving ? [f.inhoud] : [],
  )[0];
  const inschrijving = d.feiten.findLast((f) => f.soort === 'inschrijving' && !f.inhoud.azc);
  const op = inschrijving?.soort === 'inschrijving' ? inschrijving.inhoud.op : undefined;
  return [
    {
      ...(d.mens.bsn ? { bsn: d.mens.bsn } : {}),
      vNummer: d.mens.vNummer,
      ...(op
        ? { gemeentecode: d.gemeente.code, vestigingsdatum: op }
        : { gekoppeldAan: d.gemeente.code }),
      plicht: {
        indicatorInburgeringsplicht: plicht?.plichtig ?? false,
        ...(kennisgeving?.begin ? { begindatum: kennisgeving.begin } : {}),
        ...(kennisgeving?.kennisgeving
          ? { datumKennisgevingInburgeringsplicht: kennisgeving.kennisgeving }
          : {}),
        ...(plicht?.redenGeenPlicht ? { redenGeenInburgeringsplicht: plicht.redenGeenPlicht } : {}),
      },
      ...doelgroepBijDuo(d),
      ...toetsBijDuo(d),
      ...trajectBijDuo(d),
      ...gemeldDoorDuo(d),
    },
  ];
}

function doelgroepBijDuo(d: OefenDossier): Opdracht {
  const doelgroep = laatste(d, 'doelgroep');
  if (!doelgroep) return {};
  const { indeling, gedetailleerd, begin } = doelgroep;
  return {
    doelgroep: {
      indeling,
      ...(gedetailleerd ? { gedetailleerdeDoelgroep: gedetailleerd } : {}),
      ...(begin ? { begindatum: begin } : {}),
    },
  };
}

/** Wat DUO eerder meldde en de uitslagen die zij gaf: zo is het vergelijken met DUO gelijk. */
function gemeldDoorDuo(d: OefenDossier): Opdracht {
  const gebeurtenissen = d.feiten.flatMap((f) =>
    f.soort === 'duo-gebeurtenis'
      ? [
          {
            id: f.inhoud.gebeurtenisId,
            omschrijving: f.inhoud.omschrijving ?? 'Gebeurtenis',
            datum: f.geldigOp,
          },
        ]
      : [],
  );
  const examens = d.feiten.flatMap((f) => {
    if (f.soort !== 'examen') return [];
    const { op: examendatum, ...rest } = f.inhoud;
    return [{ examendatum, ...rest }];
  });
  return {
    ...(gebeurtenissen.length > 0 ? { gebeurtenissen } : {}),
    ...(examens.length > 0 ? { examens } : {}),
  };
}

/** 4120 → '41,20'. */
const score = (n: number) => `${Math.floor(n / 100)},${String(n % 100).padStart(2, '0')}`;

function toetsBijDuo(d: OefenDossier): Opdracht {
  const toets = laatste(d, 'leerbaarheidstoets');
  if (!toets) return {};
  const { resultaat, behaald, benodigd, geregistreerdOp: datumAfname } = toets;
  const scores = { behaaldeScore: score(behaald), benodigdeScore: score(benodigd) };
  return { lbt: { resultaten: [{ resultaat, ...scores, datumAfname }] } };
}

function trajectBijDuo(d: OefenDossier): Opdracht {
  const termijn = laatste(d, 'inburgeringstermijn');
  const vorige = laatste(d, 'pip-vorige-gemeente');
  const gemeld = d.uit.find((b) => b.staat === 'geaccepteerd' && !b.soort);
  const eigen = gemeld && { gemeentecode: d.gemeente.code, pip: gemeld.inhoud };
  const pip =
    eigen ??
    (vorige && {
      gemeentecode: vorige.gemeentecode,
      pip: { dagtekeningPip: vorige.dagtekening, leerroute: vorige.leerroute },
    });
  return {
    ...(pip ? { pip } : {}),
    ...(termijn ? { termijn: { startdatum: termijn.start, einddatum: termijn.eind } } : {}),
    ...meldingenBijDuo(d),
  };
}

const UREN_BIJ_DUO: Record<string, string> = {
  'participatie-taalles': 'ParticipatieAlsTaalles',
  participatieactiviteiten: 'ParticipatieactiviteitenBredeIntake',
};

/** Wat de gemeente eerder over het traject meldde: het laatste van elk telt. */
function meldingenBijDuo(d: OefenDossier): Opdracht {
  const gemeentecode = d.gemeente.code;
  const wat: Opdracht = {};
  const totalen: Opdracht = {};
  const scholen = new Map<unknown, Opdracht>();
  for (const b of d.uit.filter((x) => x.staat === 'geaccepteerd' && x.soort)) {
    const { soort, bekendTot, ...les } = b.inhoud;
    if (b.soort === 'aanbod') wat.aanbod = [{ gemeentecode, ...b.inhoud }];
    else if (b.soort !== 'uren') wat[b.soort as string] = { gemeentecode, ...b.inhoud };
    else if (soort === 'instelling') {
      scholen.set(les.instellingsnummer, { gemeentecode, bekendTot, TaallesEnKnmInstelling: les });
    } else {
      totalen.bekendTot = b.gemaaktOp.slice(0, 10);
      totalen[UREN_BIJ_DUO[soort as string] as string] = { uren: les.uren };
    }
  }
  const samen = totalen.bekendTot ? [{ gemeentecode, ...totalen }] : [];
  const uren = [...samen, ...scholen.values()];
  return { ...wat, ...(uren.length > 0 ? { uren } : {}) };
}

/** Iedereen die de nagebootste DUO moet kennen. */
export function duoPersonen(dossiers: readonly OefenDossier[], peildatum: Datum): Opdracht[] {
  return [...dossiers.flatMap(bijDuo), ...EXTRA.map((e) => extraBijDuo(e, peildatum))];
}

function extraBijDuo(e: ExtraPersoon, peildatum: Datum): Opdracht {
  const begin = plusDagen(peildatum, -30);
  const asiel = e.groep === 'asiel';
  const plaats = e.inAzc
    ? { gekoppeldAan: e.gemeente.code }
    : { gemeentecode: e.gemeente.code, vestigingsdatum: plusDagen(peildatum, -10) };
  return {
    bsn: e.bsn,
    vNummer: e.vNummer,
    ...plaats,
    plicht: {
      indicatorInburgeringsplicht: true,
      begindatum: begin,
      datumKennisgevingInburgeringsplicht: plusDagen(peildatum, -2),
    },
    doelgroep: {
      indeling: asiel ? 'Asielstatushouder' : 'Gezinsmigrant en overige migrant',
      gedetailleerdeDoelgroep: asiel ? 'Asielstatushouder' : 'Gezinshereniger',
      begindatum: begin,
    },
  };
}

type BrpMens = Pick<ExtraPersoon, 'voornamen' | 'geslachtsnaam' | 'geslacht' | 'gemeente'> & {
  bsn: string;
  geboorte: FeitInhoud['persoon']['geboorte'];
  straat: string;
  ingeschrevenOp: Datum;
};

function alsBrp(m: BrpMens): Opdracht {
  const [letter, omschrijving] = m.geslacht === 'man' ? ['M', 'man'] : ['V', 'vrouw'];
  const { naam, code, stijl } = m.gemeente;
  return {
    burgerservicenummer: m.bsn,
    naam: {
      voornamen: m.voornamen,
      geslachtsnaam: m.geslachtsnaam,
      volledigeNaam: `${m.voornamen} ${m.geslachtsnaam}`,
    },
    geboorte: { datum: brpDatum(m.geboorte) },
    geslacht: { code: letter, omschrijving },
    adressering: {
      adresregel1: m.straat,
      adresregel2: `${stijl.postcode?.slice(0, 4)} BA ${naam.toUpperCase()}`,
    },
    gemeenteVanInschrijving: { code, omschrijving: naam },
    datumInschrijvingInGemeente: { type: 'Datum', datum: m.ingeschrevenOp },
    immigratie: { datumVestigingInNederland: { type: 'Datum', datum: m.ingeschrevenOp } },
  };
}

function brpDatum(g: FeitInhoud['persoon']['geboorte']): Opdracht {
  switch (g.soort) {
    case 'datum':
      return { type: 'Datum', datum: g.datum };
    case 'jaarMaand':
      return { type: 'JaarMaandDatum', jaar: g.jaar, maand: g.maand };
    case 'jaar':
      return { type: 'JaarDatum', jaar: g.jaar };
    case 'onbekend':
      return { type: 'DatumOnbekend' };
  }
}

/** Iedereen die de nagebootste BRP moet kennen. */
export function brpPersonen(dossiers: readonly OefenDossier[], peildatum: Datum): Opdracht[] {
  const vanDossiers = dossiers.flatMap((d) => {
    const inschrijving = laatste(d, 'inschrijving');
    const { bsn, straat, huisnummer, ...mens } = d.mens;
    if (!bsn || !inschrijving) return [];
    const { gemeente } = d;
    const adres = `${straat} ${huisnummer}`;
    return [alsBrp({ ...mens, bsn, straat: adres, gemeente, ingeschrevenOp: inschrijving.op })];
  });
  const extra = EXTRA.map((e, i) => {
    const geboorte = { soort: 'datum' as const, datum: plusDagen(peildatum, -9000 - i * 611) };
    return alsBrp({
      ...e,
      geboorte,
      straat: `Lindelaan ${i + 201}`,
      ingeschrevenOp: plusDagen(peildatum, -10),
    });
  });
  return [...vanDossiers, ...extra];
}
