using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;

namespace Portal.Tests.Catalog.Documents;

/// <summary>Texts by chance: whatever comes in, there is an outcome and no exception.</summary>
public sealed class HostileTextTests
{
    private const string Letters = "{}[]:,-?&*!|>'\"%@`#~\\\n\r\t \0\uFEFF\u2028\uD800\uDC00éx0.+_$<=/";

    private static readonly string[] Words =
    [
        "<<: ", "*a", "&a ", "!!str ", "!<x> ", "---\n", "...\n", "%YAML 9.9\n", "%TAG ! tag:x,2000:\n", "\"\\U00110000\"", "\"\\x\"", "\\ud800", "$ref: '#/paths'\n", "\"$ref\":\"#\",", "1e99999", "0x",
        "- ", "? ", "|9\n", ">+-\n", "paths:", "null", "~", "!", "&", "*", "\n\n\n", "  ", "\u0085",
    ];

    [Theory]
    [InlineData("own.yaml")]
    [InlineData("own-odd.yaml")]
    [InlineData("own-swagger.json")]
    [InlineData("own-minified.json")]
    public void Every_text_has_an_outcome(string name)
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new Random(seed);
            var text = Samples.Text(name);

            for (var changes = random.Next(1, 5); changes > 0; changes--)
            {
                var place = random.Next(text.Length);
                var length = Math.Min(random.Next(4), text.Length - place);
                var added = random.Next(3) is 0 ? Words[random.Next(Words.Length)] : Letters[random.Next(Letters.Length)].ToString();
                text = text.Remove(place, length).Insert(place, added);
            }

            if (SourceDocument.Read(text) is ReadOutcome.Read { Document: var document })
            {
                var routes = RouteTable.Of(document).Routes;
                DocumentEditor.Apply(document, new DocumentEdit.AddRoute(new RouteName("GET", "/new")) { ApiKeyRequired = true }, new DocumentEdit.LeaveOut([.. routes.Take(2).Select(route => route.Name)]));
            }
        }
    }
}
