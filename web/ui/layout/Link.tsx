import { useRouter, useRouterState } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent } from 'react';

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { href: string };

function isPlainClick(event: MouseEvent<HTMLAnchorElement>): boolean {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return event.button === 0 && !modified && !event.defaultPrevented;
}

/** A link inside the application; goes without loading the page, opens in a tab as any link. */
export function Link({ href, onClick, target, ...rest }: LinkProps) {
  const go = useGo();
  return (
    <a
      {...rest}
      href={href}
      target={target}
      onClick={(event) => {
        onClick?.(event);
        if (!isPlainClick(event) || target === '_blank' || !href.startsWith('/')) return;
        event.preventDefault();
        go(href);
      }}
    />
  );
}

/** Goes to a path ('/inburgeraars?zoek=1'); `replace` leaves no step in the history. */
export function useGo(): (href: string, options?: { replace?: boolean }) => void {
  const { history } = useRouter();
  return (href, options) => (options?.replace ? history.replace(href) : history.push(href));
}

/** The path of the page, without search. */
export function usePath(): string {
  return useRouterState({ select: (state) => state.location.pathname });
}

/** A part of the path: `usePathParam('dossierId')` on '/dossiers/$dossierId'. */
export function usePathParam(name: string): string {
  return useRouterState({
    select: (state) => {
      const params = Object.assign({}, ...state.matches.map((match) => match.params));
      return String(params[name] ?? '');
    },
  });
}

type Search = Record<string, string>;

/** The search part of the address and a way to change it; an empty value leaves the address. */
export function useSearchParams(): [
  Search,
  (change: Search, options?: { push?: boolean }) => void,
] {
  const location = useRouterState({ select: (state) => state.location });
  const go = useGo();
  const search = location.search as Search;
  const change = (patch: Search, options?: { push?: boolean }) => {
    const kept = Object.entries({ ...search, ...patch }).filter(([, value]) => value !== '');
    const text = new URLSearchParams(kept).toString();
    go(location.pathname + (text ? `?${text}` : ''), { replace: !options?.push });
  };
  return [search, change];
}
