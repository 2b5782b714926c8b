import type {
  Berekening,
  GebruiktFeit,
  Grondslag,
  OntbrekendFeit,
  Uitleg,
} from '../shared/antwoord.ts';
import { onbekend } from '../shared/regel.ts';

/** Waaruit het antwoord op 'hoeveel boete mag hier ten hoogste' wordt opgebouwd. */
export type BoeteBevinding<T> = {
  titel: string;
  grondslag: Grondslag;
  /** Waarom er geen boete kan zijn; één is genoeg. */
  hindernissen: Uitleg[];
  ontbreekt: OntbrekendFeit[];
  feiten: () => GebruiktFeit[];
  zouWijzigenAls: string[];
  /** Rekent; wordt alleen gevraagd als niets ontbreekt of in de weg staat. */
  reken: () => { waarde: T; uitkomst: string; stappen: () => Uitleg[] };
};

const MENS_BESLIST: Uitleg = {
  titel: 'Dit is wat ten hoogste mag. Of er een boete komt, en hoe hoog, beslist een mens met naam',
};

/** Maakt het antwoord. Eén zekere hindernis is genoeg voor 'geen boete', ook als er feiten ontbreken. */
export function boeteAntwoord<T>(b: BoeteBevinding<T>): Berekening<T> {
  const uitleg = (uitkomst: string, stappen: Uitleg[]): Uitleg => ({
    titel: b.titel,
    uitkomst,
    grondslag: b.grondslag,
    feiten: b.feiten(),
    stappen,
    zouWijzigenAls: b.zouWijzigenAls,
  });
  if (b.hindernissen.length > 0) {
    return {
      uitkomst: 'niet-van-toepassing',
      uitleg: () => uitleg('geen boete', b.hindernissen),
    };
  }
  if (b.ontbreekt.length > 0) return onbekend(b.titel, b.ontbreekt, b.grondslag);
  const som = b.reken();
  return {
    uitkomst: 'bepaald',
    waarde: som.waarde,
    uitleg: () => uitleg(som.uitkomst, [...som.stappen(), MENS_BESLIST]),
  };
}
