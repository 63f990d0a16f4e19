using System.Text;

namespace Portal.Sandbox.ApiGateway.ApiKeys;

/// <summary>Rows of a file with commas between its fields; a field in quotes may hold commas, line ends and, doubled, quotes.</summary>
internal static class Csv
{
    public static IReadOnlyList<IReadOnlyList<string>> Rows(string text)
    {
        List<IReadOnlyList<string>> rows = [];
        List<string> row = [];
        StringBuilder field = new();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] is '"':
                    field.Append('"');
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    EndField();
                    break;
                case '\r' when !quoted && i + 1 < text.Length && text[i + 1] is '\n':
                    break;
                case '\n' or '\r' when !quoted:
                    EndRow();
                    break;
                case var other:
                    field.Append(other);
                    break;
            }
        }

        EndRow();
        return rows;

        void EndField()
        {
            row.Add(field.ToString().Trim());
            field.Clear();
        }

        void EndRow()
        {
            EndField();
            if (row is not [""])
            {
                rows.Add(row);
            }

            row = [];
        }
    }
}
