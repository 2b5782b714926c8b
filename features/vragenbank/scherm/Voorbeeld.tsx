import { useState } from 'react';
import { formatDate } from '../../../web/dates.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { Vraagveld } from '../../../web/ui/form/Vraagveld.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { isVanToepassing, type Vraag, type Waarde } from '../../shared/vraag.schema.ts';
import { stelSamen } from '../samenstellen.ts';
import type { Vragenbank } from '../vragenbank.schema.ts';
import { type Concept, geldigeVersies, ingebouwdeVan, inhoudVan, lijstOp } from './concept.ts';
import { wijzigingen } from './wijzigingen.ts';

type Props = { bank: Vragenbank; vraagId: string; concept: Concept; vanaf: string };

/** De lijst zoals zij wordt, als dit wordt vastgesteld. */
function lijstMet({ bank, vraagId, concept, vanaf }: Props) {
  const rest = geldigeVersies(bank).filter((v) => v.vraagId !== vraagId || v.geldigVanaf !== vanaf);
  const straks = { vraagId, geldigVanaf: vanaf, inhoud: inhoudVan(concept, bank) };
  return stelSamen(ingebouwdeVan(bank), [...rest, straks], vanaf);
}

/** De vraag en de twee ernaast, want een vraag staat nooit alleen. */
function rondom(alle: readonly Vraag[], id: string): readonly Vraag[] {
  const midden = alle.find((v) => v.id === id);
  const zelfde = alle.filter((v) => v.leefgebied === midden?.leefgebied);
  const plek = zelfde.findIndex((v) => v.id === id);
  return plek < 0 ? [] : zelfde.slice(Math.max(0, plek - 1), plek + 2);
}

/** Zo ziet de klantmanager de vraag, bij iemand die niet bestaat; en wat er vanaf wanneer verandert. */
export function Voorbeeld(props: Props) {
  const { bank, vraagId, concept, vanaf } = props;
  const [antwoorden, setAntwoorden] = useState<Record<string, Waarde | null>>({});
  const klaar = concept.vraag.trim() !== '' && concept.onderdeel !== '' && vanaf !== '';
  const lijst = klaar ? lijstMet(props) : undefined;
  const buren = lijst ? rondom(lijst.alle, vraagId) : [];
  const vraag = lijst?.vind(vraagId);
  const stellen = vraag ? isVanToepassing(vraag, (id) => antwoorden[id]) : false;
  const voorwaarde = vraag?.alleenAls && lijst?.vind(vraag.alleenAls.vraag);
  return (
    <div className="vragenbank-voorbeeld">
      <Card
        title="Zo ziet het eruit"
        action={<Badge tone="outside">Samira Voorbeeld, verzonnen</Badge>}
      >
        {!klaar && <p className="m-quiet">Schrijf de vraag en kies een onderdeel.</p>}
        {klaar && !vraag && <p className="m-quiet">Deze vraag wordt dan niet gesteld.</p>}
        {voorwaarde && (
          <p className="m-quiet">
            Alleen na ‘{voorwaarde.vraag}’.{' '}
            {!stellen && (
              <button
                type="button"
                className="m-link-button"
                onClick={() =>
                  setAntwoorden({ ...antwoorden, [voorwaarde.id]: vraag.alleenAls?.is[0] ?? null })
                }
              >
                Doe alsof dat antwoord er is
              </button>
            )}
          </p>
        )}
        <ol className="vragenbank-proef">
          {buren.map((v) => (
            <li key={v.id} className={v.id === vraagId ? 'vragenbank-proef--deze' : undefined}>
              {v.id === vraagId && stellen ? (
                <>
                  <Vraagveld
                    vraag={v}
                    waarde={antwoorden[v.id] ?? null}
                    onChange={(w) => setAntwoorden({ ...antwoorden, [v.id]: w })}
                  />
                  <p className="m-quiet">Waarom vragen we dit? {v.waarom}</p>
                </>
              ) : (
                <p className="m-quiet">{v.vraag}</p>
              )}
            </li>
          ))}
        </ol>
      </Card>
      {lijst && <Verandert bank={bank} straks={lijst} vanaf={vanaf} />}
    </div>
  );
}

type VerandertProps = { bank: Vragenbank; straks: ReturnType<typeof stelSamen>; vanaf: string };

function Verandert({ bank, straks, vanaf }: VerandertProps) {
  const zinnen = wijzigingen(lijstOp(bank, vanaf), straks);
  return (
    <Alert
      tone="info"
      title={
        zinnen.length === 0
          ? 'Er verandert nog niets.'
          : `Wat er verandert vanaf ${formatDate(vanaf, 'datum')}:`
      }
    >
      {zinnen.length > 0 && (
        <ul className="m-redenen">
          {zinnen.map((zin) => (
            <li key={zin}>{zin}</li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
