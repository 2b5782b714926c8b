import type { Schaal, Taak } from '../../rules/taakverdeling/taken.ts';
import type { OrganisatieKeuze } from './taakverdeling.schema.ts';

type SjabloonRegel = { schaal: Schaal; soort: OrganisatieKeuze['soort'] };

/** Een bestaand patroon van samenwerking om mee te beginnen; de gemeente kiest zelf de organisaties. */
export type Sjabloon = {
  id: string;
  naam: string;
  uitleg: string;
  regels: Record<Taak, SjabloonRegel>;
};

const LOKAAL: SjabloonRegel = { schaal: 'lokaal', soort: 'gemeente' };
const RIT: SjabloonRegel = { schaal: 'regionaal', soort: 'rit' };
const SCHOOL: SjabloonRegel = { schaal: 'regionaal', soort: 'taalschool' };
const UITVOERDER: SjabloonRegel = { schaal: 'subregionaal', soort: 'uitvoerder' };

export const SJABLONEN: readonly Sjabloon[] = [
  {
    id: 'zeven-gemeenten',
    naam: 'Zeven gemeenten, één team',
    uitleg:
      'Raden maken samen beleid; één regionaal inburgeringsteam doet al het werk met mensen; inkoop gaat samen.',
    regels: {
      'brede-intake': RIT,
      pip: RIT,
      monitoring: RIT,
      pvt: RIT,
      map: RIT,
      'leerroute-b1': SCHOOL,
      'leerroute-onderwijs': SCHOOL,
      'leerroute-z': SCHOOL,
      'maatschappelijke-begeleiding': RIT,
      ontzorgen: RIT,
      'begeleiding-naar-werk': RIT,
      handhaving: RIT,
      beleid: { schaal: 'regionaal', soort: 'gemeente' },
      beheer: LOKAAL,
    },
  },
  {
    id: 'drie-gemeenten',
    naam: 'Drie gemeenten, werk verdeeld',
    uitleg:
      'Intake, PIP en handhaving doet de gemeente zelf; MAP en werk gaan samen met een uitvoerder; scholen worden regionaal ingekocht.',
    regels: {
      'brede-intake': LOKAAL,
      pip: LOKAAL,
      monitoring: LOKAAL,
      pvt: LOKAAL,
      map: UITVOERDER,
      'leerroute-b1': SCHOOL,
      'leerroute-onderwijs': SCHOOL,
      'leerroute-z': { schaal: 'subregionaal', soort: 'taalschool' },
      'maatschappelijke-begeleiding': { schaal: 'lokaal', soort: 'partner' },
      ontzorgen: LOKAAL,
      'begeleiding-naar-werk': UITVOERDER,
      handhaving: LOKAAL,
      beleid: LOKAAL,
      beheer: LOKAAL,
    },
  },
];
