import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { REGELS, regelMetId } from '../rules/regels.ts';
import { type Regel, toon } from '../rules/shared/regel.ts';

const HULP = `Beantwoordt een regel van de Wet inburgering 2021. Niets wordt bewaard.

  npm run --silent regel -- <id> '<json met feiten>'
  npm run --silent regel -- <id> --bestand zaken.jsonl    één zaak per regel; '-' leest van de invoer
  npm run --silent regel -- --lijst                       alle ids met hun vraag

Geeft één regel JSON per zaak. Met --zonder-uitleg blijft de uitleg weg. Klopt er iets niet, dan staat er
één regel met de reden op de foutuitvoer en is de afsluitcode 2; de andere zaken in een bestand gaan door.`;

/** Wat de gebruiker anders moet doen; één regel. */
class Fout extends Error {}

function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst);
  } catch {
    throw new Fout('dit is geen geldige JSON');
  }
}

function beantwoord(regel: Regel, tekst: string, metUitleg: boolean): string {
  const uit = regel.beantwoord(leesJson(tekst));
  if ('antwoord' in uit) return JSON.stringify(toon(uit.antwoord, metUitleg));
  throw new Fout(uit.fouten.map((f) => `${f.veld} ${f.tekst}`).join('; '));
}

async function beantwoordBestand(regel: Regel, pad: string, metUitleg: boolean): Promise<number> {
  const invoer = pad === '-' ? process.stdin : createReadStream(pad);
  let nummer = 0;
  let code = 0;
  for await (const zaak of createInterface({
    input: invoer,
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    nummer += 1;
    if (zaak.trim() === '') continue;
    try {
      console.log(beantwoord(regel, zaak, metUitleg));
    } catch (fout) {
      if (!(fout instanceof Fout)) throw fout;
      console.log(JSON.stringify({ regelnummer: nummer, fout: fout.message }));
      console.error(`regel ${nummer}: ${fout.message}`);
      code = 2;
    }
  }
  return code;
}

function leesOpdracht() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        help: { type: 'boolean' },
        lijst: { type: 'boolean' },
        bestand: { type: 'string' },
        'zonder-uitleg': { type: 'boolean' },
      },
    });
  } catch {
    throw new Fout('onbekende optie; zie --help');
  }
}

async function voer(): Promise<number> {
  const { values, positionals } = leesOpdracht();
  if (values.help || values.lijst) {
    console.log(values.help ? HULP : REGELS.map((r) => `${r.id}\t${r.vraag}`).join('\n'));
    return 0;
  }
  const [id = '', zaak, teveel] = positionals;
  const regel = regelMetId(id);
  if (!regel) throw new Fout(`er is geen regel '${id}'; zie --lijst`);
  const metUitleg = !values['zonder-uitleg'];
  if (values.bestand !== undefined && zaak === undefined) {
    return beantwoordBestand(regel, values.bestand, metUitleg);
  }
  if (zaak === undefined || teveel !== undefined || values.bestand !== undefined) {
    throw new Fout("geef één zaak als JSON tussen '…', of --bestand");
  }
  console.log(beantwoord(regel, zaak, metUitleg));
  return 0;
}

const ONLEESBAAR = ['ENOENT', 'EISDIR', 'EACCES'];

try {
  process.exitCode = await voer();
} catch (fout) {
  const onleesbaar = ONLEESBAAR.includes((fout as NodeJS.ErrnoException).code ?? '');
  if (!(fout instanceof Fout || onleesbaar)) throw fout;
  console.error(onleesbaar ? 'dat bestand is niet te lezen' : (fout as Fout).message);
  process.exitCode = 2;
}
