-- Veel werk in één keer inplannen: één melding aan de wachtrij in plaats van een per stuk.
create function meedoen_plan_werken(werken jsonb) returns void
language sql security definer set search_path = pg_catalog, public as $$
  select graphile_worker.add_jobs(array(
    select row(w->>'taak', (w->'inhoud')::json, w->>'wachtrij', (w->>'vanaf')::timestamptz, 25::smallint,
      w->>'sleutel', null::smallint, null::text[])::graphile_worker.job_spec
    from jsonb_array_elements(werken) w))
$$;
revoke all on function meedoen_plan_werken from public;
grant execute on function meedoen_plan_werken to meedoen_app;
