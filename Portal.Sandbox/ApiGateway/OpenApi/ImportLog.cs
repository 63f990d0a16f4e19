using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>What an import complains about. One error refuses the whole document, and all of them are named.</summary>
internal sealed class ImportLog
{
    private readonly List<string> _errors = [];
    private readonly List<string> _warnings = [];

    public IReadOnlyList<string> Warnings => _warnings;

    public void Error(string text) => _errors.Add(text);

    public void Warn(string text)
    {
        if (!_warnings.Contains(text))
        {
            _warnings.Add(text);
        }
    }

    /// <summary>Does something that may be refused, and notes the refusal with what could not be done.</summary>
    public void Try(string what, Action act)
    {
        try
        {
            act();
        }
        catch (AwsError error)
        {
            _errors.Add($"Unable to {what}: {error.Message}");
        }
    }

    public void Refuse(bool warningsToo)
    {
        if (_errors.Count > 0)
        {
            throw AwsError.BadRequest($"Errors found during import:\n\t{string.Join("\n\t", _errors)}");
        }

        if (warningsToo && _warnings.Count > 0)
        {
            throw AwsError.BadRequest($"Warnings found during import:\n\t{string.Join("\n\t", _warnings)}");
        }
    }
}
