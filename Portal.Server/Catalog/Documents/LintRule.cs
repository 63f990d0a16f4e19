using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>One rule about documents. Its findings are grouped: one finding that names 200 operations is read, 200 findings are not.</summary>
/// <param name="Level">How bad it is.</param>
/// <param name="Name">A word that stays, for scripts.</param>
/// <param name="Message">What is the matter; {0} stands for what was found.</param>
/// <param name="Remedy">What mends it; empty where nothing need be done.</param>
internal sealed record LintRule(FindingLevel Level, string Name, string Message, string Remedy);
