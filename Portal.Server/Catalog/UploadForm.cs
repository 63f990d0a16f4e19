using System.Globalization;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>A form with a file, for scripts that hold one: curl -F file=@openapi.yaml -F teamId=...</summary>
internal sealed class UploadForm
{
    private readonly IFormCollection _fields;

    private UploadForm(IFormCollection fields) => _fields = fields;

    /// <summary>The file's bytes and name; where there is none, the validator says so.</summary>
    public required DocumentSource Document { get; init; }

    public static async Task<UploadForm> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            throw new BadHttpRequestException("Send a form (multipart/form-data) with a file in its part 'file'.", StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            var fields = await request.ReadFormAsync(cancellationToken);

            return new UploadForm(fields) { Document = await DocumentAsync(fields.Files.GetFile("file"), cancellationToken) };
        }
        catch (InvalidDataException wrong)
        {
            throw new BadHttpRequestException($"The form cannot be read: {wrong.Message}", wrong);
        }
        catch (IOException wrong)
        {
            throw new BadHttpRequestException("The form ends before its end.", wrong);
        }
    }

    public string? Text(string name) => _fields.TryGetValue(name, out var values) && values is [{ Length: > 0 } text, ..] ? text : null;

    public T? Value<T>(string name)
        where T : struct, IParsable<T>
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : throw new BadHttpRequestException($"The field '{name}' cannot be read.");
    }

    public T? Word<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : throw new BadHttpRequestException($"The field '{name}' is one of {string.Join(", ", Enum.GetNames<T>())}.");
    }

    private static async Task<DocumentSource> DocumentAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return new DocumentSource();
        }

        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellationToken);

        return new DocumentSource { File = bytes, FileName = Path.GetFileName(file.FileName) };
    }
}
