using System.Globalization;
using System.Text;

namespace Portal.Client.Ui.Charts;

/// <summary>Writes a line as the data of one SVG path, in a box of <see cref="Width"/> by <see cref="Height"/> that the browser stretches. A gap in the values is a gap in the line.</summary>
internal static class LinePath
{
    public const int Width = 1000;
    public const int Height = 100;

    /// <param name="values">One for each step, drawn in the middle of its step; null is a gap.</param>
    /// <param name="top">The value at the upper edge, more than 0; what is higher is drawn there.</param>
    public static string Of(IReadOnlyList<double?> values, double top)
    {
        var path = new StringBuilder(values.Count * 12);
        var joined = false;

        for (var step = 0; step < values.Count; step++)
        {
            if (values[step] is not { } value || !double.IsFinite(value))
            {
                joined = false;
                continue;
            }

            var isAlone = !joined && (step + 1 >= values.Count || values[step + 1] is null);
            path.Append(joined ? 'L' : 'M').Append(Text(XOf(step, values.Count))).Append(' ').Append(Text(YOf(value, top)));

            // A round end makes a dot of a line without length.
            path.Append(isAlone ? "h0" : "");
            joined = true;
        }

        return path.ToString();
    }

    /// <summary>The middle of a step.</summary>
    public static double XOf(int step, int count) => (step + 0.5) / count * Width;

    public static double YOf(double value, double top) => Height - (Math.Clamp(value / top, 0, 1) * Height);

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
