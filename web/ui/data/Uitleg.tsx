import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { formatDate } from '../../dates.ts';
import { Link } from '../layout/Link.tsx';
import { SourceLabel } from './Badge.tsx';

/** The tree that explains an outcome, as the API gives it. */
export type Uitleg = {
  titel: string;
  uitkomst?: string;
  grondslag?: {
    regel: string;
    artikel: string;
    link: string;
    geldigVanaf?: string;
    zekerheid: 'vast' | 'afgeleid' | 'ontwerp' | 'onbevestigd';
    toelichting?: string;
  };
  feiten?: { naam: string; waarde: string; bron: string; datum?: string }[];
  stappen?: Uitleg[];
  zouWijzigenAls?: string[];
};

type Fact = NonNullable<Uitleg['feiten']>[number];

const LEZING = {
  afgeleid: 'onze lezing: volgt uit meer teksten samen',
  ontwerp: 'onze lezing: de wet laat dit open',
  onbevestigd: 'onze lezing: nog niet in de bron nagezien',
} as const;

function shown(value: string): string {
  return formatDate(value, 'datum');
}

/** Since when a fact is known, unless the fact is that day. */
function Since({ feit }: { feit: Fact }) {
  if (!feit.datum) return null;
  const since = shown(feit.datum);
  if (feit.waarde === feit.datum || feit.waarde.includes(since)) return null;
  return <span className="m-quiet"> (bekend sinds {since})</span>;
}

type RegelKop = { id: string; titel: string };

/** The page of this rule, if there is one; asked once, when the first explanation opens. */
function useRegel(id: string): RegelKop | undefined {
  const { data } = useQuery({
    queryKey: ['regels'],
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: ({ signal }) => api.get<{ regels: RegelKop[] }>('/v1/regels', { signal }),
  });
  return data?.regels.find((regel) => regel.id === id);
}

function RegelLink({ id }: { id: string }) {
  const regel = useRegel(id);
  if (!regel) return null;
  return (
    <>
      {' · '}
      <Link href={`/regels/${regel.id}`}>
        lees de regel<span className="m-hidden"> {regel.titel}</span>
      </Link>
    </>
  );
}

type BasisProps = { grondslag: NonNullable<Uitleg['grondslag']>; boven: string | undefined };

function Basis({ grondslag, boven }: BasisProps) {
  const { zekerheid } = grondslag;
  return (
    <p className="m-uitleg__basis">
      <a href={grondslag.link} target="_blank" rel="noreferrer">
        {grondslag.artikel}
        <span className="m-hidden"> (opent in een nieuw tabblad)</span>
      </a>
      {grondslag.geldigVanaf && <> · geldt sinds {shown(grondslag.geldigVanaf)}</>}
      {zekerheid !== 'vast' && <em className="m-uitleg__lezing"> · {LEZING[zekerheid]}</em>}
      {grondslag.toelichting && <span> · {grondslag.toelichting}</span>}
      {grondslag.regel !== boven && <RegelLink id={grondslag.regel} />}
    </p>
  );
}

type UitlegTreeProps = {
  uitleg: Uitleg;
  /** The rule that one already sees or has a link to. */
  regel?: string;
};

/** Rule, facts with their source, steps and what would change it; as a nested list. */
export function UitlegTree({ uitleg, regel }: UitlegTreeProps) {
  return (
    <div className="m-uitleg">
      <p className="m-uitleg__title">
        {uitleg.uitkomst ? uitleg.titel.replace(/\.$/, '') : uitleg.titel}
        {uitleg.uitkomst && <>: {shown(uitleg.uitkomst)}</>}
      </p>
      {uitleg.grondslag && <Basis grondslag={uitleg.grondslag} boven={regel} />}
      {(uitleg.feiten?.length || uitleg.stappen?.length) && (
        <ul>
          {uitleg.feiten?.map((feit) => (
            <li key={`${feit.naam}${feit.waarde}`}>
              {feit.naam} <strong>{shown(feit.waarde)}</strong>
              <Since feit={feit} /> <SourceLabel bron={feit.bron} />
            </li>
          ))}
          {uitleg.stappen?.map((stap) => (
            <li key={stap.titel}>
              <UitlegTree uitleg={stap} regel={uitleg.grondslag?.regel ?? regel} />
            </li>
          ))}
        </ul>
      )}
      {uitleg.zouWijzigenAls && uitleg.zouWijzigenAls.length > 0 && (
        <div className="m-uitleg__change">
          <p>Dit zou wijzigen als:</p>
          <ul>
            {uitleg.zouWijzigenAls.map((zin) => (
              <li key={zin}>{zin}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
