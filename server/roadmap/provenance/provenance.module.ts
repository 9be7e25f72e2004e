import { Module } from '@nestjs/common'
import { ProvenanceResolver } from './provenance.resolver.js'

/**
 * On what a fact from outside rests: the columns that such rows carry, how they are written, how the API shows them. Every room of the
 * register stands on it. Rules: SO-1 to SO-4.
 */
@Module({ providers: [ProvenanceResolver] })
export class ProvenanceModule {}
