#include "draw/graphviz/parts.h"

#include <dlfcn.h>

/* The number of the interface of plugins is in their names: those of another Graphviz are not
 * found. */
#ifdef __APPLE__
#define PLUGIN_FILE "libgvplugin_%s." G_STRINGIFY (GVPLUGIN_VERSION) ".dylib"
#else
#define PLUGIN_FILE "libgvplugin_%s.so." G_STRINGIFY (GVPLUGIN_VERSION)
#endif

#define MOST_PLUGINS 3

/* Graphviz keeps the list that it is given. One of what --fast needs, one of everything; the last
 * has no name. */
typedef struct
{
  lt_symlist_t symbols[MOST_PLUGINS + 1];
} PluginList;

/* A plugin that is linked with another libgvc than argmap would bring a second one. */
static gboolean
is_of_this_graphviz (void *plugin)
{
  void *theirs = dlsym (plugin, "gvContextPlugins"),
       *ours = dlsym (RTLD_DEFAULT, "gvContextPlugins");
  return ours != NULL && (theirs == NULL || theirs == ours);
}

/* Stays open: the context uses it, and what a leak checker says of it needs its name. */
static gboolean
open_plugin (const char *folder, const char *name, const char *symbol, lt_symlist_t *out)
{
  g_autofree char *file = g_strdup_printf (PLUGIN_FILE, name);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  void *plugin = dlopen (path, RTLD_LAZY | RTLD_LOCAL);
  void *library = plugin != NULL && is_of_this_graphviz (plugin) ? dlsym (plugin, symbol) : NULL;

  if (library == NULL)
    {
      if (plugin != NULL)
        dlclose (plugin);
      return FALSE;
    }
  *out = (lt_symlist_t){ symbol, library };
  return TRUE;
}

static gboolean
open_plugins (const char *folder, gboolean fast, PluginList *list)
{
  lt_symlist_t *symbols = list->symbols;

  if (!open_plugin (folder, "core", "gvplugin_core_LTX_library", &symbols[0])
      || !open_plugin (folder, "dot_layout", "gvplugin_dot_layout_LTX_library", &symbols[1]))
    return FALSE;
  if (!fast)
    return open_plugin (folder, "pango", "gvplugin_pango_LTX_library", &symbols[2]);
  symbols[2] = (lt_symlist_t){ "gvplugin_argmap_LTX_library", &am_measure_library };
  return TRUE;
}

/* The folder beside the libgvc that is in use. Caller owns it; NULL when it cannot be told. */
static char *
find_folder (void)
{
  Dl_info info;
  void *symbol =
      dlsym (RTLD_DEFAULT,
             "gvContextPlugins"); /* not its name here, which may stand for a stub in the program */

  if (symbol == NULL || dladdr (symbol, &info) == 0 || info.dli_fname == NULL)
    return NULL;
  g_autofree char *libraries = g_path_get_dirname (info.dli_fname);
  return g_build_filename (libraries, "graphviz", NULL);
}

/* Graphviz takes its plugins from GVBINDIR and from nowhere else when that is set, and so does
 * this. */
static gboolean
find_plugins (gboolean fast, PluginList *list)
{
  const char *told = g_getenv ("GVBINDIR");
  g_autofree char *beside = told == NULL ? find_folder () : NULL;

  if (told != NULL)
    return open_plugins (told, fast, list);
  return (beside != NULL && open_plugins (beside, fast, list))
      || open_plugins (AM_GRAPHVIZ_PLUGINS, fast, list);
}

GVC_t *
am_plugins_open (gboolean fast)
{
  static PluginList lists[2];
  static const lt_symlist_t only_measure[] = {
    { "gvplugin_argmap_LTX_library", &am_measure_library }, { NULL, NULL }
  };

  if (find_plugins (fast, &lists[fast]))
    return gvContextPlugins (lists[fast].symbols, FALSE);
  return fast ? gvContextPlugins (only_measure, TRUE) : gvContext ();
}
