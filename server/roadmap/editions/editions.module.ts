import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Access } from '#server/common/access/index.js'
import { Objects } from '#server/common/activity/index.js'
import { ItemsModule } from '#server/roadmap/items/index.js'
import { provenanceField } from '#server/roadmap/provenance/index.js'
import { EditionDiffResolver } from './changes.resolver.js'
import { CommentSender } from './comment-sender.entity.js'
import { Comparisons } from './comparisons.service.js'
import { EditionComment } from './edition-comment.entity.js'
import { EditionContributor } from './edition-contributor.entity.js'
import { EditionNote } from './edition-note.entity.js'
import { EditionSnapshot } from './edition-snapshot.entity.js'
import { Edition } from './edition.entity.js'
import { editionsById } from './editions.list.js'
import { EditionConnectionResolver, EditionContributorResolver, EditionsResolver } from './editions.resolver.js'
import { Editions } from './editions.service.js'
import { EditionCommentConnectionResolver, EditionCommentResolver, ReviewsResolver } from './reviews.resolver.js'
import { Reviews } from './reviews.service.js'
import { Snapshots } from './snapshots.service.js'

/**
 * Editions of the roadmap: dated states that were printed and never change. Freezing keeps the register as of an instant as a file with a hash
 * (canonical-form.ts), which can be made again from history; what changed between two moments is told by edition-diff.ts. The steps are in
 * edition-steps.ts, the days of a public review in review-window.ts. It stands above all rooms of the register. Rules: ED-1 to ED-11.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      Edition,
      EditionContributor,
      EditionNote,
      EditionSnapshot,
      EditionComment,
      CommentSender,
    ]),
    ItemsModule,
  ],
  providers: [
    Editions,
    Snapshots,
    Comparisons,
    Reviews,
    EditionsResolver,
    ReviewsResolver,
    EditionCommentResolver,
    EditionCommentConnectionResolver,
    EditionDiffResolver,
    EditionContributorResolver,
    EditionConnectionResolver,
    provenanceField('Edition'),
  ],
  exports: [Editions, Snapshots],
})
export class EditionsModule implements OnModuleInit {
  constructor(
    private readonly objects: Objects,
    private readonly access: Access,
  ) {}

  onModuleInit(): void {
    this.objects.describe('edition', async (ctx, ids) => {
      const found = (await Promise.all(ids.map((id) => editionsById(ctx).load(id)))).filter((one) => one !== null)
      return new Map(
        found
          .filter((edition) => this.access.may(ctx, 'edition.read', edition))
          .map(({ id, label, slug }) => [id, { label, href: `/editions/${slug}` }]),
      )
    })
  }
}
