import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Registration for meetings: what is offered, the texts of consent, who registered. What tells who somebody is (affiliation, country, needs, remark,
 * reason) can be emptied when they are erased; the rows stay, so that the counts of a meeting stay right.
 */
export class Registration1760000013300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table registration_offer (
        meeting_id uuid primary key references meeting,
        opens_on date,
        places_onsite integer check (places_onsite between 0 and 100000),
        offers_remote boolean not null,
        offers_visa_support boolean not null,
        audience text not null check (audience in ('ACCOUNT', 'PARTICIPANTS')),
        consent_version integer not null check (consent_version > 0),
        revision integer not null default 1
      )`)
    await db.query(`
      create table registration_consent (
        meeting_id uuid not null references registration_offer,
        version integer not null check (version > 0),
        text text not null check (length(text) between 1 and 2000),
        primary key (meeting_id, version)
      )`)
    await db.query(`
      create table registration (
        id uuid primary key,
        meeting_id uuid not null references registration_offer,
        person_id uuid not null references person,
        mode text not null check (mode in ('ONSITE', 'REMOTE')),
        state text not null check (state in ('CONFIRMED', 'WAITING', 'WITHDRAWN')),
        arrival integer not null check (arrival > 0),
        affiliation text check (length(affiliation) between 1 and 300),
        organisation_id uuid references organisation,
        country text check (length(country) between 1 and 100),
        wants_visa_support boolean not null,
        visa_needs text check (length(visa_needs) between 1 and 2000),
        consents boolean not null,
        consent_version integer not null,
        remark text check (length(remark) between 1 and 1000),
        registered_at timestamptz not null,
        registered_by uuid references person,
        is_late boolean not null,
        late_reason text check (length(late_reason) between 1 and 1000),
        moved_up_at timestamptz,
        withdrawn_at timestamptz,
        revision integer not null default 1,
        unique (meeting_id, person_id),
        unique (meeting_id, arrival),
        foreign key (meeting_id, consent_version) references registration_consent (meeting_id, version),
        check (state <> 'WAITING' or mode = 'ONSITE'),
        check ((state = 'WITHDRAWN') = (withdrawn_at is not null))
      )`)
    await db.query('create index on registration (person_id)')
    await db.query('create index on registration (organisation_id)')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table registration, registration_consent, registration_offer')
  }
}
