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
            var dash = isAlone ? DashOf(values.Count) : 0;
            path.Append(joined ? 'L' : 'M').Append(Text(XOf(step, values.Count) - (dash / 2))).Append(' ').Append(Text(YOf(value, top)));
            path.Append(isAlone ? $"h{Text(dash)}" : "");
            joined = true;
        }

        return path.ToString();
    }

    /// <summary>The middle of a step.</summary>
    public static double XOf(int step, int count) => (step + 0.5) / count * Width;

    public static double YOf(double value, double top) => Height - (Math.Clamp(value / top, 0, 1) * Height);

    /// <summary>A value without neighbours is a dash that can be seen: about as long as its step, where that is long enough.</summary>
    private static double DashOf(int count) => Math.Clamp(0.8 * Width / count, 4, 12);

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
