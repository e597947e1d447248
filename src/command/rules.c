/* argmap rules: what the checker looks for, and why. */

#include "base/nearest.h"
#include "command/command.h"
#include "command/terminal.h"
#include "report/findings/rule-text.h"

static AmExit
list_rules (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < AM_N_RULES; i++)
    {
      const AmRuleInfo *info = am_rule_info ((AmRule) i);
      g_string_append_printf (out, "%-26s %-8s %s\n", info->slug, am_level_name (info->level),
                              info->title);
    }
  return am_print_help (out->str);
}

static void
append_explanation (GString *out, AmRule rule)
{
  const AmRuleInfo *info = am_rule_info (rule);
  g_autofree char *text = am_explain_text (rule);

  g_string_append_printf (out, "%s\n\n%s\n", info->slug, text);
  if (am_rule_is_fatal (rule))
    {
      g_string_append (out, "This rule cannot be silenced: such a file is no map, or does not say "
                            "what it was to say.\n");
      return;
    }
  g_string_append (out, "To silence it\n");
  if (am_rule_names_ids (rule))
    g_string_append_printf (out,
                            "  in one map, about one id:         \"ignore\": [{ \"rule\": \"%s\", "
                            "\"at\": \"ID\", \"reason\": \"…\" }]\n",
                            info->slug);
  g_string_append_printf (
      out,
      "  in one map, %s \"ignore\": [{ \"rule\": \"%s\", \"reason\": \"…\" }]\n"
      "  in a whole collection:            { \"rules\": { \"%s\": \"off\" } } in .argmaprc.json\n"
      "  in one run:                       argmap check --rule %s=off\n",
      am_rule_names_ids (rule) ? "where no id is named:" : "all of them:         ", info->slug,
      info->slug, info->slug);
}

static AmExit
explain (const char *slug, GString *out)
{
  AmRule rule = am_rule_from_slug (slug);

  if (rule != AM_N_RULES)
    {
      if (out->len > 0)
        g_string_append_c (out, '\n');
      append_explanation (out, rule);
      return AM_EXIT_OK;
    }
  g_autofree char *question = am_nearest_end (slug, am_rule_nearest_slug (slug));
  return am_usage_error ("rules", "there is no rule \"%s\"%s", slug, question);
}

static AmExit
run (G_GNUC_UNUSED gconstpointer options, char **arguments)
{
  g_autoptr (GString) out = g_string_new (NULL);
  AmExit status = AM_EXIT_OK;

  if (arguments[0] == NULL)
    return list_rules ();
  for (char **slug = arguments; *slug != NULL; slug++)
    status = am_exit_worse (status, explain (*slug, out));
  return am_exit_worse (status, am_print_help (out->str));
}

const AmCommand am_command_rules = {
  .name = "rules",
  .summary = "List the rules, or explain one",
  .arguments = "[SLUG…]",
  .description = "Without SLUG all rules are listed with their levels; with SLUG it is told what a "
                 "rule finds, why it\n"
                 "matters, how to mend it and how to silence it.",
  .takes = AM_TAKES_RULES,
  .run = run,
};
