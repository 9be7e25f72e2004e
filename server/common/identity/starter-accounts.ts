import { Injectable } from '@nestjs/common'

/** An account of the example group that can be entered with one click in demo mode. */
export interface StarterAccount {
  readonly email: string
  readonly name: string
  /** Role in the example group; null for a plain reader. */
  readonly role: string | null
}

/** Which accounts are starter accounts. The starter world hands them in; all others need a password or a link, demo mode or not. */
@Injectable()
export class StarterAccounts {
  private offered: readonly StarterAccount[] = []

  offer(accounts: readonly StarterAccount[]): void {
    this.offered = accounts
  }

  get all(): readonly StarterAccount[] {
    return this.offered
  }

  /** The starter account of this address; undefined when it is none. */
  find(email: string): StarterAccount | undefined {
    return this.offered.find((each) => each.email === email.trim().toLowerCase())
  }
}
