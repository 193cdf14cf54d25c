using MediSecure.Data.Common;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MediSecure.Data.Persistence.Encryption;

/// <summary>Bytes in, bytes out: a converter knows neither row nor organisation, so it holds no key.</summary>
internal sealed class EncryptedTextConverter() : ValueConverter<EncryptedText, byte[]>(text => text.Bytes, bytes => new EncryptedText(bytes));
