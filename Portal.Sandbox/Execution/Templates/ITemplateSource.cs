namespace Portal.Sandbox.Execution.Templates;

/// <summary>The call that a template looks into, and whose request or answer it may override.</summary>
internal interface ITemplateSource
{
    /// <summary>The request's body; in templates of responses the backend's.</summary>
    string BodyText { get; }

    IReadOnlyDictionary<string, string> StageVariables { get; }

    /// <summary>A value of <c>$context</c> by its path; null for what is not there.</summary>
    string? Context(string path);

    /// <summary>A parameter out of <c>path</c>, <c>querystring</c> or <c>header</c>.</summary>
    string? Parameter(string place, string name);

    IReadOnlyDictionary<string, string> Parameters(string place);

    /// <summary><c>#set($context.requestOverride.header.x = "y")</c>: the path begins with <c>requestOverride</c> or <c>responseOverride</c>.</summary>
    void Override(string path, string value);
}
