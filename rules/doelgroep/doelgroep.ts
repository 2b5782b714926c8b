import type { Verklaring } from '../shared/antwoord.ts';
import { aangehaald, type Gegeven } from '../shared/gegeven.ts';
import { grondslag } from '../shared/grondslag.ts';

export type Doelgroep = 'asielstatushouder' | 'gezins-en-overige-migrant' | 'onbekend';

/** Naam van de doelgroep in een zin. */
const DOELGROEP_NAAM: Record<Doelgroep, string> = {
  asielstatushouder: 'asielstatushouder',
  'gezins-en-overige-migrant': 'gezins- of overige migrant',
  onbekend: 'nog onbekend',
};

/** Zoals DUO de persoon indeelt. */
export type DuoIndeling = Gegeven<{ indeling: string; gedetailleerd?: string }>;

export type DoelgroepAntwoord = {
  waarde: Doelgroep;
  /** Gezinslid met een reguliere vergunning bij een asielstatushouder (W 13 lid 1 onder b). */
  gezinslidVanAsielstatushouder: boolean;
  uitleg: Verklaring;
};

const WET = grondslag('doelgroep', 'wet', 'art. 13 lid 1', {
  toelichting: 'De indeling komt van DUO; gezinsleden bij een asielstatushouder tellen mee.',
});

const MET_ASIELSTATUSHOUDER = /met asielstatushouder$/i;

function waardeVan(indeling: string, gezinslid: boolean): Doelgroep {
  if (indeling === 'Asielstatushouder') return 'asielstatushouder';
  if (gezinslid) return 'asielstatushouder';
  if (indeling === 'Gezinsmigrant en overige migrant') return 'gezins-en-overige-migrant';
  return 'onbekend';
}

/**
 * `doelgroep`: asielstatushouder of gezins- en overige migrant.
 *
 * Wi2021 art. 13 lid 1 (https://wetten.overheid.nl/BWBR0044770/2025-10-21): ook het gezinslid met een
 * reguliere vergunning voor verblijf bij een asielstatushouder hoort bij de eerste groep (onder b).
 * DUO bepaalt de indeling; de gedetailleerde doelgroep '… met Asielstatushouder' telt als die groep,
 * ook als DUO's hoofdindeling anders luidt. Een onbekende waarde geeft 'onbekend', nooit een fout.
 */
export function bepaalDoelgroep(duo: DuoIndeling | undefined): DoelgroepAntwoord {
  if (!duo) {
    return {
      waarde: 'onbekend',
      gezinslidVanAsielstatushouder: false,
      uitleg: () => ({
        titel: 'Doelgroep',
        uitkomst: 'nog onbekend: DUO heeft nog geen doelgroep gegeven',
        grondslag: WET,
        zouWijzigenAls: ['DUO de doelgroep meldt'],
      }),
    };
  }
  const { indeling, gedetailleerd } = duo.waarde;
  const gezinslid = MET_ASIELSTATUSHOUDER.test(gedetailleerd ?? '');
  const waarde = waardeVan(indeling, gezinslid);
  return {
    waarde,
    gezinslidVanAsielstatushouder: gezinslid,
    uitleg: () => ({
      titel: 'Doelgroep',
      uitkomst: gezinslid
        ? 'asielstatushouder, als gezinslid van een asielstatushouder'
        : DOELGROEP_NAAM[waarde],
      grondslag: WET,
      feiten: [aangehaald('Indeling bij DUO', duo, nader(indeling, gedetailleerd))],
      zouWijzigenAls: ['DUO een andere doelgroep meldt (SS124 of SS125)'],
    }),
  };
}

function nader(indeling: string, gedetailleerd: string | undefined): string {
  return gedetailleerd && gedetailleerd !== indeling ? `${indeling} (${gedetailleerd})` : indeling;
}
