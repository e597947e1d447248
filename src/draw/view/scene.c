#include "draw/view/scene.h"

AmMark
am_scene_claim_mark (const AmScene *scene, guint32 claim)
{
  return scene->merged != NULL ? scene->merged->claims[claim] : AM_MARK_NONE;
}

AmMark
am_scene_relation_mark (const AmScene *scene, guint32 relation)
{
  return scene->merged != NULL ? scene->merged->relations[relation] : AM_MARK_NONE;
}
