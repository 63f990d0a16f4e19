using System.Collections;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Components.Forms;

namespace Portal.Client.Ui;

/// <summary>Finds the field of a form that a fault is about: "Name", "Owner.Email", "Routes[2].Path". Letter case does not matter, for the HTTP API writes "name".</summary>
internal static class FieldPath
{
    public static FieldIdentifier? Find(object model, string path)
    {
        object? here = model;
        var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
        foreach (var step in steps.SkipLast(1))
        {
            here = step is ['[', .. var index, ']'] ? Item(here, index) : Property(here, step)?.GetValue(here);
        }

        return here is not null && steps is [.., var last] && Property(here, last) is { } property ? new FieldIdentifier(here, property.Name) : null;
    }

    private static PropertyInfo? Property(object? of, string name) => of?.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);

    private static object? Item(object? of, string index) =>
        of is IList list && int.TryParse(index, CultureInfo.InvariantCulture, out var at) && at >= 0 && at < list.Count ? list[at] : null;
}
