using System.Diagnostics;
using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;

namespace Portal.Tests.Catalog.Documents.Editing;

/// <summary>Edits that must succeed, or must not.</summary>
internal static class Edit
{
    public static SourceDocument Of(SourceDocument document, params DocumentEdit[] edits) => DocumentEditor.Apply(document, edits) switch
    {
        EditOutcome.Edited edited => edited.Document,
        EditOutcome.Refused refused => throw new Xunit.Sdk.XunitException(refused.Sentence),
        _ => throw new UnreachableException(),
    };

    public static string Refused(SourceDocument document, params DocumentEdit[] edits) => Assert.IsType<EditOutcome.Refused>(DocumentEditor.Apply(document, edits)).Sentence;

    public static Route Row(SourceDocument document, string name) => Assert.Single(RouteTable.Of(document).Routes, route => route.Name.ToString() == name);

    public static RouteName Name(string name) => RouteName.Parse(name)!.Value;
}
